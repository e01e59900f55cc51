using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>The peak learning rates of published runs: AdamW, dense decoders under the standard parametrization, pre-trained from scratch.</summary>
/// <remarks>
/// A band of a fixed factor 5 about a power of the size, refitted by a test to the runs in tests/Data/plans/published-runs.json: what
/// people train with, not what an exhaustive search finds. Active parameters with embeddings.
/// </remarks>
public sealed class PublishedRates : ILearningRateLaw
{
    private const double Factor = 3e-4;
    private const double Size = 1e9;
    private const double Power = -0.26;
    private const double LowEnd = 0.5;
    private const double HighEnd = 2.5;

    private static readonly Symbol BatchFactor = new("s", "sqrt(batch / proposed batch), from 1/1.5 to 1.5");
    private static readonly Equation Middle = new("", Symbol.Rate, $"{Factor:k} (N/{Size:N_0})^{Power:p} s", Symbol.N, BatchFactor);
    private static readonly Equation Lowest = new("lower end", Symbol.Rate, $"{LowEnd:l} {Factor:k} (N/{Size:N_0})^{Power:p} s", Symbol.N, BatchFactor);
    private static readonly Equation Highest = new("upper end", Symbol.Rate, $"{HighEnd:h} {Factor:k} (N/{Size:N_0})^{Power:p} s", Symbol.N, BatchFactor);

    private PublishedRates()
    {
    }

    /// <summary>The law.</summary>
    public static PublishedRates Law { get; } = new();

    /// <summary>The ends of the band over its middle.</summary>
    public static Bounds Band { get; } = new(LowEnd, HighEnd);

    /// <summary>The most that a batch moves the rate: its square root explains little of what runs were published with.</summary>
    public static double MostByBatch => 1.5;

    /// <summary>The exponent of the size, and the rate at 1B parameters: a test refits them.</summary>
    internal static (double Power, double AtBillion) Constants => (Power, Factor);

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "published-rates",
        Paper = "Peak learning rates of 102 published runs with AdamW, 44M to 530B parameters (this repository, docs/verdicts.md)",
        ConstantSet = "published-rates AdamW",
        Parameters = ParameterConvention.Active,
        Range = new LawRange(new Bounds(4.4e7, 5.3e11), new Bounds(2.2e9, 1.5e13), Bounds.Any),
        Answers = LawQuestions.LearningRate,
        DenseOnly = true,
        Equations = [Middle, Lowest, Highest],
        Facts =
        [
            "92 of the 102 runs lie in the band, and 92 where each run is left out of the fit",
            "outside lie runs with QK-norm (OLMo 2 and 3), small models trained very long (SmolLM2 135M), and Galactica 120B",
        ],
        Caveats =
        [
            "what people train with, which is lower than what a search for the least loss finds (step-law-2025)",
            "AdamW and the standard parametrization: a rate of Muon or of muP is another quantity",
            "the square root of the batch moves the band by at most 1.5: as a rule of its own it predicts worse than the size",
        ],
        WhyApart = [new(LawQuestions.LearningRate, "the middle of what published runs used")],
    };

    /// <summary>The middle, the lower and the upper end of the band.</summary>
    /// <param name="n">The size.</param>
    /// <param name="batchOverProposed">The batch over the proposed one; 1 where nothing is stated.</param>
    public (Answer<double> Low, Answer<double> Middle, Answer<double> High) Of(ActiveParameters n, double batchOverProposed)
    {
        var s = Math.Max(1 / MostByBatch, Math.Min(MostByBatch, Math.Sqrt(batchOverProposed)));
        var middle = Factor * Math.Pow(n.Count / Size, Power) * s;
        Answer<double> At(double share, Equation equation) => Answer<double>.Of(share * middle, Info.Range.OfParameters(n.Count), new(Info, equation, n.Count, s));
        return (At(LowEnd, Lowest), At(1, Middle), At(HighEnd, Highest));
    }

    /// <inheritdoc/>
    public Answer<double> LearningRate(ModelSize model, Tokens tokens) => model.IsRouted
        ? Answer<double>.None("'published-rates' holds the rates of dense models alone")
        : Of(model.Active, 1).Middle;
}
