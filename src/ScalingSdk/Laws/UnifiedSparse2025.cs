using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Hossain et al. 2025, one law of sparse models, for the routed ones (arXiv 2508.06617). Experimental.</summary>
/// <remarks>N counts what one token uses, S the share of the parameters that it does not. For ratios of losses at fixed size and tokens alone.</remarks>
public sealed class UnifiedSparse2025 : IScalingLaw
{
    private const string NoShare = "the unused share of the parameters is at least 0 and below 1";

    private const double E = 0.57;
    private const double A = 8.26;
    private const double B = 6324.82;
    private const double C = 3.57;
    private const double Alpha = 0.08;
    private const double Beta = 0.40;
    private const double Gamma = 1.19;

    private static readonly Equation LossOfRun = new(
        "7",
        Symbol.L,
        $"{E:e} (1 - S)^{Gamma:gamma} + ({A:a} (1 - S)^{Alpha:alpha} + {C:c} S) / N^{Alpha:alpha} + {B:b} / D^{Beta:beta}",
        Symbol.N,
        Symbol.D,
        new Symbol("S", "unused share"));

    private UnifiedSparse2025()
    {
    }

    /// <summary>The law, of routed models.</summary>
    public static UnifiedSparse2025 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "unified-sparse-2025",
        Paper = "Hossain et al. 2025, Unified scaling laws of sparse models",
        ArXiv = "2508.06617",
        ConstantSet = "unified-sparse-2025 Table IX",
        Parameters = ParameterConvention.Active,
        Range = LawRange.Any,
        MayBeZero = ["S"],
        WhyNoneAt = static at => at.TryGetValue("S", out var share) && !(share < 1) ? NoShare : null,
        Answers = LawQuestions.Advice,
        Advises = "sparsity",
        Equations = [LossOfRun],
        Facts = ["N counts the parameters that a token uses: all of them are N / (1 - S)"],
        Caveats =
        [
            "experimental: constants of Table IX from one calculator; the units, the corpus and the range were not read in the paper",
            "for the ratio of two losses at one size and one number of tokens: its exponents give no sound split of compute",
        ],
        Experimental = true,
    };

    /// <summary>The loss at a sparsity, in nats per token: compare it with another sparsity of the same size and tokens alone.</summary>
    public Answer<PredictedLoss> Loss(ActiveParameters n, Tokens d, double sparsity) => sparsity is >= 0 and < 1
        ? Answer<PredictedLoss>.Of(
            new(
                (E * Math.Pow(1 - sparsity, Gamma)) + (((A * Math.Pow(1 - sparsity, Alpha)) + (C * sparsity)) / Math.Pow(n.Count, Alpha)) + (B / Math.Pow(d.Count, Beta)),
                Info.ConstantSet),
            Info.Range.OfRun(n.Count, d.Count),
            new(Info, LossOfRun, n.Count, d.Count, sparsity))
        : Answer<PredictedLoss>.None(NoShare);
}
