using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>The <c>data</c> section: tokens processed, distinct tokens, and passes over them. Two of the three give the third.</summary>
public sealed record DataSection
{
    internal static readonly string[] Keys = ["tokens", "unique_tokens", "epochs"];

    /// <summary>Tokens processed, over all epochs.</summary>
    public Given<double>? Tokens { get; init; }

    /// <summary>Distinct tokens of the data set.</summary>
    public Given<double>? UniqueTokens { get; init; }

    /// <summary>Passes over the distinct tokens.</summary>
    public Given<double>? Epochs { get; init; }

    internal static DataSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = new SectionReader(section, "data", Keys, problems);
        var data = new DataSection
        {
            Tokens = reader.Quantity("tokens", Unit.Tokens),
            UniqueTokens = reader.Quantity("unique_tokens", Unit.Tokens),
            Epochs = reader.Quantity("epochs", Unit.Number),
        };
        data.RejectContradiction(reader);
        return data;
    }

    private void RejectContradiction(SectionReader reader)
    {
        if (Tokens is not { } tokens || UniqueTokens is not { } unique)
            return;
        if (Epochs is { } epochs && Math.Abs((unique.Value * epochs.Value / tokens.Value) - 1) > 0.01)
        {
            reader.Bad(epochs.Span, "epochs",
                $"'{epochs.Text}' epochs of '{unique.Text}' unique tokens are {NumberText.Compact(unique.Value * epochs.Value)} tokens, "
                + $"not the '{tokens.Text}' of 'tokens'; remove one of the three");
        }
        else if (Epochs is null && unique.Value > tokens.Value)
        {
            reader.Bad(unique.Span, "unique_tokens",
                $"'{unique.Text}' unique tokens are more than the '{tokens.Text}' tokens that the run processes; "
                + $"write at most '{tokens.Text}', or remove 'tokens' and give 'epochs'");
        }
    }
}
