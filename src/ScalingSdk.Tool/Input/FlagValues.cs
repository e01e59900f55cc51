using System.CommandLine;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Input;

/// <summary>A key of a spec and the value that the command line gives it.</summary>
/// <param name="Name">The option, as an error names it.</param>
/// <param name="Section">The section of the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value as typed.</param>
internal sealed record FlagValue(string Name, string Section, string Key, string Value);

/// <summary>The options of a command that say what a spec says.</summary>
/// <param name="taken">The flags that the command has; all where it is null.</param>
internal sealed class FlagValues(Func<SpecFlag, bool>? taken = null)
{
    private readonly IReadOnlyList<SpecFlag> _flags = [.. SpecFlag.All().Where(taken ?? (static _ => true))];
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Any key of a spec: --set training.optimizer=muon",
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
    public IReadOnlyList<FlagValue> Given(ParseResult options) =>
    [
        .. _flags.Select(flag => (flag, Value: options.GetValue(flag.Option) is { } typed ? flag.Part(typed) : null))
            .Where(static pair => pair.Value is not null)
            .Select(static pair => new FlagValue(pair.flag.Option.Name, pair.flag.Section, pair.flag.Key, pair.Value!)),
        .. (options.GetValue(_set) ?? []).Select(Parse),
    ];

    private static FlagValue Parse(string typed)
    {
        var equals = typed.IndexOf('=', StringComparison.Ordinal);
        var path = equals < 0 ? [] : typed[..equals].Split('.');
        return path.Length == 2 && path[0].Length > 0 && path[1].Length > 0
            ? new FlagValue("--set", path[0], path[1], typed[(equals + 1)..])
            : throw new UsageException($"--set: '{typed}' is not of the form 'section.key=value', such as 'training.optimizer=muon'");
    }
}
