using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Merrill et al. 2025, <i>Critical Batch Size Revisited</i> (arXiv 2505.23971): a plateau of the critical batch, whatever size and tokens.</summary>
public sealed class Merrill2025 : IScalingLaw
{
    private const double Documents = 4096;
    private const double Length = 4096;
    private const double WholeRun = 20;

    private static readonly Equation Ceiling = new("plateau", Symbol.CriticalB, $"{Documents:documents} {Length:s}");

    private Merrill2025()
    {
    }

    /// <summary>The law.</summary>
    public static Merrill2025 Law { get; } = new();

    /// <summary>The largest critical batch that was measured: 4096 documents of 4096 tokens, for 1B and 7B parameters alike.</summary>
    public static BatchTokens Plateau { get; } = new(Documents * Length);

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "merrill-2025",
        Paper = "Merrill et al. 2025, Critical Batch Size Revisited",
        ArXiv = "2505.23971",
        ConstantSet = "merrill-2025 branched training",
        Parameters = ParameterConvention.None,
        Range = new LawRange(new Bounds(1e9, 7e9), Bounds.Any, Bounds.Any),
        Answers = LawQuestions.Advice,
        Advises = "ceiling of the critical batch",
        Equations = [Ceiling],
        Facts =
        [
            "the critical batch is near 0 at the start, rises fast, and stays at about 16.8M tokens for OLMo 1B and 7B alike",
            "doubling the batch with the learning rate times sqrt(2) along the run saved 43 % of the steps of a 1B model",
            "the gradient noise scale underestimates the critical batch",
        ],
        Caveats = ["a ceiling for extrapolated critical batches, not a law of size or tokens"],
    };

    /// <summary>A critical batch of another law, at most the plateau.</summary>
    public static BatchTokens Cap(BatchTokens critical) => critical.Count > Plateau.Count ? Plateau : critical;

    /// <summary>The critical batch of a dense model: at the sizes that were measured the plateau, elsewhere that of another law, at most the plateau.</summary>
    /// <remarks>It is near 0 at the start of a run: one that stops before 20 tokens a parameter is not taken to reach the plateau.</remarks>
    internal static Answer<BatchTokens> Measured(Answer<BatchTokens> critical, ModelSize size, Tokens tokens) =>
        critical.HasValue && !size.IsRouted && tokens.Count >= WholeRun * size.Active.Count && Law.Info.Range.OfParameters(size.Active.Count).Inside
            ? AtPlateau(size)
            : Cap(critical, size);

    private static Answer<BatchTokens> AtPlateau(ModelSize size) =>
        Answer<BatchTokens>.Of(Plateau, Law.Info.Range.OfParameters(size.Active.Count), new(Law.Info, Ceiling, double.NaN));

    /// <summary>The same of an answer: beyond the plateau it is that of this law, for the sizes that it was measured at.</summary>
    internal static Answer<BatchTokens> Cap(Answer<BatchTokens> critical, ModelSize size) => critical.HasValue && critical.Value.Count > Plateau.Count ? AtPlateau(size) : critical;
}
