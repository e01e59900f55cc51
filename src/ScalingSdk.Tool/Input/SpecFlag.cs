using System.CommandLine;
using System.CommandLine.Completions;
using ScalingSdk.Hardware;

namespace ScalingSdk.Tool.Input;

/// <summary>An option of the command line that says what a key of a spec says.</summary>
internal sealed record SpecFlag
{
    /// <summary>The section of the key.</summary>
    public required string Section { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>The option; one option may say several keys.</summary>
    public required Option<string?> Option { get; init; }

    /// <summary>What the key means.</summary>
    public required string Meaning { get; init; }

    /// <summary>A value of the key.</summary>
    public required string Example { get; init; }

    /// <summary>The part of the option's value that is the key's; null where it has none.</summary>
    public Func<string, string?> Part { get; init; } = static value => value;

    /// <summary>Every flag. The values are the spec's: same units, same errors.</summary>
    public static IReadOnlyList<SpecFlag> All()
    {
        var gpus = new Option<string?>("--gpus") { Description = "Devices: 8xH100-SXM", HelpName = "8xH100-SXM" };
        gpus.CompletionSources.Add(static _ => AcceleratorCatalog.All.Select(static device => new CompletionItem(device.Id)));
        return
        [
            Flag("model", "parameters", "--params", "Size of the model, where no file describes it", "7B"),
            Flag("data", "tokens", "--tokens", "Tokens processed, over all epochs", "1.4T"),
            Flag("data", "unique_tokens", "--unique-tokens", "Distinct tokens of the data set", "2B"),
            Flag("data", "epochs", "--epochs", "Passes over the unique tokens", "4"),
            Flag("training", "sequence_length", "--sequence-length", "Tokens of a training sequence", "4096"),
            Flag("training", "batch_tokens", "--batch-tokens", "Tokens of an optimizer step", "0.5M"),
            Flag("hardware", "accelerator", gpus, "The device", "H100-SXM", static value => Devices(value).Name),
            Flag("hardware", "count", gpus, "How many devices", "8", static value => Devices(value).Count),
            Flag("hardware", "utilization", "--utilization", "Share of the devices' peak that the run reaches", "40%"),
            Flag("hardware", "price_per_hour", "--price-per-hour", "Price of a device-hour, in USD", "2.5"),
            Flag("budget", "flops", "--flops", "Compute to spend", "1e21"),
            Flag("budget", "time", "--time", "Time on the devices to spend", "3d"),
            Flag("budget", "cost", "--budget", "Money to spend", "2000USD"),
            Flag("budget", "target_loss", "--target-loss", "Loss to reach at the least compute, in nats per token", "2.1"),
            Flag("inference", "lifetime_tokens", "--inference-tokens", "Tokens served over the model's lifetime", "1T"),
            Flag("laws", "allocation", "--law", "Law of the compute-optimal size and tokens", "besiroglu-2024"),
        ];
    }

    /// <summary>"8xH100-SXM", "8 x H100" or "H100": a device may have an x in its name, a number before it has not.</summary>
    private static (string? Count, string? Name) Devices(string value)
    {
        var digits = value.TakeWhile(char.IsAsciiDigit).Count();
        var rest = value[digits..].TrimStart();
        return digits > 0 && rest.Length > 1 && rest[0] is 'x' or 'X' or '*' or '×'
            ? (value[..digits], rest[1..].Trim())
            : (null, value);
    }

    private static SpecFlag Flag(string section, string key, string name, string meaning, string example) =>
        Flag(section, key, new Option<string?>(name) { Description = $"{meaning}: {example}", HelpName = example }, meaning, example, static value => value);

    private static SpecFlag Flag(string section, string key, Option<string?> option, string meaning, string example, Func<string, string?> part) =>
        new() { Section = section, Key = key, Option = option, Meaning = meaning, Example = example, Part = part };
}
