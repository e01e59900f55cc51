using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>The <c>data</c> section: tokens processed, distinct tokens, and passes over them. Two of the three give the third.</summary>
public sealed record DataSection
{
    /// <summary>Tokens processed, over all epochs.</summary>
    public Stated<double>? Tokens { get; init; }

    /// <summary>Distinct tokens of the data set.</summary>
    public Stated<double>? UniqueTokens { get; init; }

    /// <summary>Passes over the distinct tokens.</summary>
    public Stated<double>? Epochs { get; init; }

    internal static DataSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = SectionReader.Of("data", section, problems);
        var data = new DataSection
        {
            Tokens = reader.Quantity(DataKeys.Tokens),
            UniqueTokens = reader.Quantity(DataKeys.UniqueTokens),
            Epochs = reader.Quantity(DataKeys.Epochs),
        };
        data.RejectContradiction(reader);
        return data;
    }

    // More unique tokens than tokens are a run that ends before its data do.
    private void RejectContradiction(SectionReader reader)
    {
        if (Tokens is not { } tokens || UniqueTokens is not { } unique)
            return;
        if (Epochs is { } epochs && Math.Abs((unique.Value * epochs.Value / tokens.Value) - 1) > 0.01)
        {
            reader.Bad(epochs.Origin, "epochs",
                $"'{epochs.Text}' epochs of '{unique.Text}' unique tokens are {NumberText.Compact(unique.Value * epochs.Value)} tokens, "
                + $"not the '{tokens.Text}' of '{KeyText.Named(tokens.Origin, "tokens")}'", "remove one of the three");
        }
    }
}

/// <summary>The keys of the <c>data</c> section.</summary>
internal static class DataKeys
{
    private static readonly KeyTable Table = new();

    public static readonly SpecKey Tokens = Table.Add(new(
        "data",
        "tokens",
        meaning: "tokens processed, over all epochs",
        example: "1.4T",
        moves: "data, compute, loss",
        unit: Unit.Tokens,
        option: "--tokens",
        leftOut: "from `unique_tokens` and `epochs`, from `training.steps` and the batch, from `budget`, otherwise the compute-optimal tokens are proposed",
        foreign: "total_tokens train_tokens training_tokens max_tokens num_tokens num_train_tokens token_budget"));

    public static readonly SpecKey UniqueTokens = Table.Add(new(
        "data",
        "unique_tokens",
        meaning: "distinct tokens of the data set; a run may end before it has seen them all",
        example: "2B",
        moves: "data, loss",
        unit: Unit.Tokens,
        option: "--unique-tokens",
        leftOut: "assumed equal to `tokens`",
        foreign: "dataset_tokens data_tokens corpus_tokens num_unique_tokens dataset_size"));

    public static readonly SpecKey Epochs = Table.Add(new(
        "data",
        "epochs",
        meaning: "passes over the unique tokens",
        example: "4",
        moves: "data, loss",
        unit: Unit.Number,
        option: "--epochs",
        leftOut: "`tokens` / `unique_tokens`",
        foreign: "num_epochs num_train_epochs train_epochs max_epochs n_epochs epoch epoch_count number_of_epochs"));

    public static IReadOnlyList<SpecKey> All => Table.Keys;
}
