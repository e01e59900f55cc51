using System.CommandLine;
using System.CommandLine.Completions;
using ScalingSdk.Hardware;
using ScalingSdk.Specs;

namespace ScalingSdk.Tool.Input;

/// <summary>An option of the command line that states a key of the table.</summary>
/// <param name="Key">The key.</param>
/// <param name="Option">The option; one option may state several keys.</param>
/// <param name="Part">The part of the option's value that is the key's; null where it has none.</param>
internal sealed record SpecFlag(SpecKey Key, Option<string?> Option, Func<string, string?> Part)
{
    private const string DevicesExample = "8xH100-SXM";

    /// <summary>True for an option without a value: it says "on".</summary>
    public bool IsSwitch { get; init; }

    /// <summary>The section of the key.</summary>
    public string Section => Key.Section;

    /// <summary>Every option of the table. The values are the spec's: same units, same errors.</summary>
    public static IReadOnlyList<SpecFlag> All()
    {
        var gpus = new Option<string?>(HardwareKeys.Accelerator.Option!) { Description = $"Devices: {DevicesExample}", HelpName = DevicesExample };
        gpus.CompletionSources.Add(static _ => AcceleratorCatalog.All.Select(static device => new CompletionItem(device.Id)));
        return
        [
            .. SpecKeys.All.Where(static key => key.Option is not null).Select(key =>
                key == HardwareKeys.Accelerator ? new SpecFlag(key, gpus, static value => Devices(value).Name)
                : key == HardwareKeys.Count ? new SpecFlag(key, gpus, static value => Devices(value).Count)
                : Of(key)),
        ];
    }

    /// <summary>The option of one key that has one for itself.</summary>
    public static SpecFlag Of(SpecKey key) => new(key, OptionOf(key), static value => value) { IsSwitch = key.Choices is ["on", "off"] };

    private static Option<string?> OptionOf(SpecKey key) => key.Choices is ["on", "off"]
        ? new(key.Option!) { Description = $"{char.ToUpperInvariant(key.PlainMeaning[0])}{key.PlainMeaning[1..]}", Arity = ArgumentArity.Zero }
        : new(key.Option!) { Description = $"{char.ToUpperInvariant(key.PlainMeaning[0])}{key.PlainMeaning[1..]}: {key.Example}", HelpName = key.Example };

    /// <summary>"8xH100-SXM", "8 x H100" or "H100": a device may have an x in its name, a number before it has not.</summary>
    private static (string? Count, string? Name) Devices(string value)
    {
        var digits = value.TakeWhile(char.IsAsciiDigit).Count();
        var rest = value[digits..].TrimStart();
        return digits > 0 && rest.Length > 1 && rest[0] is 'x' or 'X' or '*' or '×'
            ? (value[..digits], rest[1..].Trim())
            : (null, value);
    }
}
