using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>The <c>training</c> section: sequence length and batch.</summary>
public sealed record TrainingSection
{
    internal static readonly string[] Keys = ["sequence_length", "batch_tokens"];

    /// <summary>Tokens of one training sequence.</summary>
    public Given<double>? SequenceLength { get; init; }

    /// <summary>Tokens of one optimizer step.</summary>
    public Given<double>? BatchTokens { get; init; }

    internal static TrainingSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = new SectionReader(section, "training", Keys, problems);
        return new TrainingSection
        {
            SequenceLength = reader.Quantity("sequence_length", Unit.Tokens),
            BatchTokens = reader.Quantity("batch_tokens", Unit.Tokens),
        };
    }
}
