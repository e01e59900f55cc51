using System.CommandLine;

namespace ScalingSdk.Tool.Input;

/// <summary>An option of the command line that says what a key of a spec says.</summary>
/// <param name="Section">The section of the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Option">The option.</param>
/// <param name="Meaning">What the key means.</param>
/// <param name="Example">A value.</param>
internal sealed record SpecFlag(string Section, string Key, Option<string?> Option, string Meaning, string Example)
{
    /// <summary>Every flag. The values are the spec's: same units, same errors.</summary>
    public static IReadOnlyList<SpecFlag> All() =>
    [
        Flag("model", "parameters", "--params", "Size of the model, where no file describes it", "7B"),
        Flag("data", "tokens", "--tokens", "Tokens processed, over all epochs", "1.4T"),
        Flag("data", "unique_tokens", "--unique-tokens", "Distinct tokens of the data set", "2B"),
        Flag("data", "epochs", "--epochs", "Passes over the unique tokens", "4"),
        Flag("training", "sequence_length", "--sequence-length", "Tokens of a training sequence", "4096"),
        Flag("training", "batch_tokens", "--batch-tokens", "Tokens of an optimizer step", "0.5M"),
        Flag("laws", "allocation", "--law", "Law of the compute-optimal size and tokens", "besiroglu-2024"),
    ];

    private static SpecFlag Flag(string section, string key, string name, string meaning, string example) =>
        new(section, key, new Option<string?>(name) { Description = $"{meaning}: {example}", HelpName = example }, meaning, example);
}
