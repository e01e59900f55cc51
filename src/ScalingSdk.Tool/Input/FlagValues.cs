using System.CommandLine;
using ScalingSdk.Specs;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Input;

/// <summary>The options of a command that state keys of a spec.</summary>
/// <param name="taken">The keys whose options the command has; all where it is null.</param>
internal sealed class FlagValues(Func<SpecKey, bool>? taken = null)
{
    private readonly IReadOnlyList<SpecFlag> _flags = [.. SpecFlag.All().Where(flag => taken is null || taken(flag.Key))];
    private readonly Option<string[]> _set = new(KeyText.AnyOption)
    {
        Description = $"Any key of a spec: {KeyText.AnyOption} {TrainingKeys.Optimizer}={TrainingKeys.Optimizer.Example}",
        HelpName = "section.key=value",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Every flag.</summary>
    public IReadOnlyList<SpecFlag> Flags => _flags;

    public void AddTo(Command command)
    {
        foreach (var option in _flags.Select(static flag => flag.Option).Distinct())
            command.Options.Add(option);
        command.Options.Add(_set);
    }

    /// <summary>What was typed.</summary>
    /// <exception cref="UsageException">A <c>--set</c> names no key.</exception>
    public IReadOnlyList<FlagValue> Given(ParseResult options)
    {
        var given = new List<FlagValue>();
        foreach (var flag in _flags)
        {
            if (options.GetResult(flag.Option) is not null && (flag.IsSwitch ? "on" : options.GetValue(flag.Option) is { } typed ? flag.Part(typed) : null) is { } value)
                given.Add(new FlagValue(flag.Option.Name, flag.Key.Section, flag.Key.Name, value));
        }

        foreach (var typed in options.GetValue(_set) ?? [])
            given.Add(Parse(typed));
        return given;
    }

    private static FlagValue Parse(string typed)
    {
        var equals = typed.IndexOf('=', StringComparison.Ordinal);
        var path = equals < 0 ? [] : typed[..equals].Split('.');
        return path.Length == 2 && path[0].Length > 0 && path[1].Length > 0
            ? new FlagValue(KeyText.AnyOption, path[0], path[1], typed[(equals + 1)..])
            : throw new UsageException($"{KeyText.AnyOption}: '{typed}' is not of the form 'section.key=value', such as '{TrainingKeys.Optimizer}={TrainingKeys.Optimizer.Example}'");
    }
}
