using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Hossain et al. 2025, one law of sparse models: routed and pruned (arXiv 2508.06617). Experimental.</summary>
/// <remarks>N counts what one token uses, S the share of the parameters that it does not. For ratios of losses at fixed size and tokens alone.</remarks>
public sealed class UnifiedSparse2025 : IScalingLaw
{
    private readonly double _e;
    private readonly double _a;
    private readonly double _b;
    private readonly double _c;
    private readonly double _alpha;
    private readonly double _beta;
    private readonly double _gamma;
    private readonly Equation _loss;

    private UnifiedSparse2025(string id, string what, string table, double e, double a, double b, double c, double alpha, double beta, double gamma)
    {
        (_e, _a, _b, _c, _alpha, _beta, _gamma) = (e, a, b, c, alpha, beta, gamma);
        _loss = new(
            "7",
            Symbol.L,
            $"{e:e} (1 - S)^{gamma:gamma} + ({a:a} (1 - S)^{alpha:alpha} + {c:c} S) / N^{alpha:alpha} + {b:b} / D^{beta:beta}",
            Symbol.N,
            Symbol.D,
            new Symbol("S", "unused share"));
        Info = new()
        {
            Id = id,
            Paper = "Hossain et al. 2025, Unified scaling laws of sparse models",
            ArXiv = "2508.06617",
            ConstantSet = $"{id} {table}",
            Parameters = ParameterConvention.Active,
            Range = LawRange.Any,
            Answers = LawQuestions.Advice,
            Advises = $"sparsity of {what} models",
            Equations = [_loss],
            Facts = ["N counts the parameters that a token uses: all of them are N / (1 - S)"],
            Caveats =
            [
                $"experimental: constants of {table} from one calculator; the units, the corpus and the range were not read in the paper",
                "for the ratio of two losses at one size and one number of tokens: its exponents give no sound split of compute",
                "losses of its two sets are never comparable: the corpora differ",
            ],
            Experimental = true,
        };
    }

    /// <summary>Routed models.</summary>
    public static UnifiedSparse2025 Routed { get; } = new("unified-sparse-2025", "routed", "Table IX", 0.57, 8.26, 6324.82, 3.57, 0.08, 0.40, 1.19);

    /// <summary>Pruned models.</summary>
    public static UnifiedSparse2025 Pruned { get; } = new("unified-sparse-2025-pruned", "pruned", "Table VIII", 0.15, 86.03, 7.90, 29.26, 0.28, 0.08, 2.00);

    /// <inheritdoc/>
    public LawInfo Info { get; }

    /// <summary>The loss at a sparsity, in nats per token: compare it with another sparsity of the same size and tokens alone.</summary>
    public Answer<PredictedLoss> Loss(ActiveParameters n, Tokens d, double sparsity) => sparsity is >= 0 and < 1
        ? Answer<PredictedLoss>.Of(
            new(
                (_e * Math.Pow(1 - sparsity, _gamma)) + (((_a * Math.Pow(1 - sparsity, _alpha)) + (_c * sparsity)) / Math.Pow(n.Count, _alpha)) + (_b / Math.Pow(d.Count, _beta)),
                Info.ConstantSet),
            Info.Range.OfRun(n.Count, d.Count),
            new(Info, _loss, n.Count, d.Count, sparsity))
        : Answer<PredictedLoss>.None("the unused share of the parameters is at least 0 and below 1");
}
