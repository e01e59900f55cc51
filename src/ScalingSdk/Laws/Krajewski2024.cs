using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Krajewski et al. 2024, <i>Scaling Laws for Fine-Grained Mixture of Experts</i> (arXiv 2402.07871). Experimental.</summary>
/// <remarks>The loss of a model of 64 experts whose granularity G = d_ff / d_expert is chosen, and of a dense one.</remarks>
public sealed class Krajewski2024 : IScalingLaw
{
    private const double Floor = 0.47;
    private const double A = 18.1;
    private const double Alpha = 0.115;
    private const double B = 30.8;
    private const double Beta = 0.147;
    private const double GranularityFactor = 2.1;
    private const double Gamma = 0.58;
    private const double DenseA = 16.3;
    private const double DenseAlpha = 0.126;
    private const double DenseB = 26.7;
    private const double DenseBeta = 0.127;

    private static readonly Equation Routed = new(
        "64 experts",
        Symbol.L,
        $"{Floor:c} + ({GranularityFactor:g}/G^{Gamma:gamma} + {A:a})/N^{Alpha:alpha} + {B:b}/D^{Beta:beta}",
        Symbol.N,
        Symbol.D,
        new Symbol("G", ""));

    private static readonly Equation Dense = new(
        "dense", Symbol.L, $"{Floor:c} + {DenseA:a}/N^{DenseAlpha:alpha} + {DenseB:b}/D^{DenseBeta:beta}", Symbol.N, Symbol.D);

    private const string NotAboveZero = "parameters and tokens must be above zero, the granularity at least 1";

    private Krajewski2024()
    {
    }

    /// <summary>The law.</summary>
    public static Krajewski2024 Law { get; } = new();

    /// <summary>The granularities of the best models, from 1e18 to 1e25 FLOP.</summary>
    public static Bounds Granularity { get; } = new(8, 64);

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "krajewski-2024",
        Paper = "Krajewski et al. 2024, Scaling Laws for Fine-Grained Mixture of Experts",
        ArXiv = "2402.07871",
        ConstantSet = "krajewski-2024 64 experts",
        Parameters = ParameterConvention.Total,
        Range = new LawRange(new Bounds(1.29e8, 3.7e9), new Bounds(1.6e10, 1.3e11), Bounds.Any),
        Answers = LawQuestions.Advice,
        Advises = "granularity of experts",
        Equations = [Routed, Dense],
        Facts =
        [
            "the best granularity rises from 8 at 1e18 FLOP to 64 at 1e25",
            "the seven best runs of Table 2 are met within 1 % where N counts all 64 experts without embeddings, 43 times the size that the table names",
        ],
        Caveats =
        [
            "experimental: whether N counts embeddings differs between accounts of the paper, so the caller must state it",
            "at one N the dense equation lies below the routed one, so the two do not count N alike: never compare them",
            "the cost of routing, which limits the granularity, is not in this equation",
        ],
        Experimental = true,
    };

    /// <summary>The loss with 64 experts of this granularity, in nats per token.</summary>
    public Answer<PredictedLoss> Loss(KrajewskiParameters n, Tokens d, double granularity) =>
        n.Count > 0 && d.Count > 0 && granularity >= 1
            ? Answer<PredictedLoss>.Of(
                new(
                    Floor + (((GranularityFactor / Math.Pow(granularity, Gamma)) + A) / Math.Pow(n.Count, Alpha)) + (B / Math.Pow(d.Count, Beta)),
                    Info.ConstantSet),
                Info.Range.OfRun(n.Count, d.Count),
                new(Info, Routed, n.Count, d.Count, granularity))
            : Answer<PredictedLoss>.None(NotAboveZero);

    /// <summary>The loss of a dense model, in nats per token.</summary>
    public Answer<PredictedLoss> DenseLoss(KrajewskiParameters n, Tokens d) => n.Count > 0 && d.Count > 0
        ? Answer<PredictedLoss>.Of(
            new(Floor + (DenseA / Math.Pow(n.Count, DenseAlpha)) + (DenseB / Math.Pow(d.Count, DenseBeta)), Info.ConstantSet),
            Info.Range.OfRun(n.Count, d.Count),
            new(Info, Dense, n.Count, d.Count))
        : Answer<PredictedLoss>.None(NotAboveZero);
}

/// <summary>N of Krajewski et al. 2024: all parameters of the routed model. Whether embeddings count is not settled, so nothing converts to it.</summary>
public readonly record struct KrajewskiParameters(double Count);
