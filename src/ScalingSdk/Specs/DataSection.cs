using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
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
            Tokens = reader.Quantity(SpecKeys.Tokens),
            UniqueTokens = reader.Quantity(SpecKeys.UniqueTokens),
            Epochs = reader.Quantity(SpecKeys.Epochs),
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
