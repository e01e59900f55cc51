using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Krajewski et al. 2024, <i>Scaling Laws for Fine-Grained Mixture of Experts</i> (arXiv 2402.07871). Experimental.</summary>
/// <remarks>The loss of a model of 64 experts whose granularity G = d_ff / d_expert is chosen, and of a dense one.</remarks>
public sealed class Krajewski2024 : IScalingLaw
{
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
        Equations = Equation.OfProse(
            "L(N, D, G) = c + (g/G^gamma + a)/N^alpha + b/D^beta",
            "64 experts: a 18.1, alpha 0.115, b 30.8, beta 0.147, g 2.1, gamma 0.58, c 0.47",
            "dense: a 16.3, alpha 0.126, b 26.7, beta 0.127, c 0.47, no g"),
        Facts = ["the best granularity rises from 8 at 1e18 FLOP to 64 at 1e25"],
        Caveats =
        [
            "experimental: what N counts differs between accounts of the paper, so the caller must say it",
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
                    0.47 + (((2.1 / Math.Pow(granularity, 0.58)) + 18.1) / Math.Pow(n.Count, 0.115)) + (30.8 / Math.Pow(d.Count, 0.147)),
                    Info.ConstantSet),
                Info.Range.OfRun(n.Count, d.Count))
            : Answer<PredictedLoss>.None(NotAboveZero);

    /// <summary>The loss of a dense model, in nats per token.</summary>
    public Answer<PredictedLoss> DenseLoss(KrajewskiParameters n, Tokens d) => n.Count > 0 && d.Count > 0
        ? Answer<PredictedLoss>.Of(
            new(0.47 + (16.3 / Math.Pow(n.Count, 0.126)) + (26.7 / Math.Pow(d.Count, 0.127)), Info.ConstantSet),
            Info.Range.OfRun(n.Count, d.Count))
        : Answer<PredictedLoss>.None(NotAboveZero);
}

/// <summary>N of Krajewski et al. 2024: all parameters of the routed model. Whether embeddings count is not settled, so nothing converts to it.</summary>
public readonly record struct KrajewskiParameters(double Count);
