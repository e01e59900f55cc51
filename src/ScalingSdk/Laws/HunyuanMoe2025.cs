using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Zhao et al. 2025, <i>Towards a Comprehensive Scaling Law of Mixture-of-Experts</i> (arXiv 2509.23678). Experimental.</summary>
/// <remarks>Total and active parameters, tokens, G the number of activated experts, S shared over activated experts.</remarks>
public sealed class HunyuanMoe2025 : IScalingLaw
{
    private const double E = 0.1577;
    private const double F = 7.2446;
    private const double M = 5.1395;
    private const double N = -3.2363;
    private const double K = 0.0013;
    private const double H = 0.0450;
    private const double A = 38.051;
    private const double Alpha = 0.2383;
    private const double B = 27129.05;
    private const double Beta = 0.4694;
    private const double C = 31.096;
    private const double Floor = 1.8182;

    private static readonly Symbol ActiveN = new("N_a", "parameters");
    private static readonly Symbol G = new("G", "active experts");
    private static readonly Symbol S = new("S", "");

    private static readonly Equation LossOfRun = new(
        "",
        Symbol.L,
        $"({E:e} G + {F:f}/G + {M:m} S^2 + {N:n} S) (N^(-{Alpha:alpha}) + {K:k} N_a^(-{Alpha:alpha}) + {H:h} N_a/N) + {A:a} N^(-{Alpha:alpha}) + {B:b} D^(-{Beta:beta}) + {C:c} N_a^(-{Alpha:alpha}) + {Floor:eps}",
        Symbol.N,
        Symbol.D,
        ActiveN,
        G,
        S);

    private static readonly Equation BestActive = new("", G with { Name = "G_opt" }, $"sqrt({F:f}/{E:e})");
    private static readonly Equation BestShared = new("", S with { Name = "S_opt" }, $"-({N:n}) / (2 {M:m})");

    private HunyuanMoe2025()
    {
    }

    /// <summary>The law.</summary>
    public static HunyuanMoe2025 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "hunyuan-moe-2025",
        Paper = "Zhao et al. 2025, Towards a Comprehensive Scaling Law of Mixture-of-Experts",
        ArXiv = "2509.23678",
        ConstantSet = "hunyuan-moe-2025",
        Parameters = ParameterConvention.Total,
        Range = LawRange.Any,
        MayBeZero = [S.Name],
        WhyNoneAt = WhyNoneAt,
        Answers = LawQuestions.Routed,
        Equations = [LossOfRun, BestActive, BestShared],
        Facts = ["the active share of the least loss at fixed size and tokens is about 40 % of 30B and 22 % of 671B parameters"],
        Caveats =
        [
            "experimental: constants from one transcription; whether N counts embeddings and the range of the 446 runs were not found",
            "the least loss at fixed size and tokens is not that at fixed compute: never advice on the active size",
            "G counts activated experts: it is not the granularity of other laws",
        ],
        Experimental = true,
    };

    /// <summary>The loss, in nats per token.</summary>
    public Answer<PredictedLoss> Loss(TotalParameters n, Tokens d, ActiveParameters active, double activeExperts, double sharedOverActive)
    {
        if (WhyNone(n.Count, active.Count, activeExperts, sharedOverActive) is { } why)
            return Answer<PredictedLoss>.None(why);
        var shape = (E * activeExperts) + (F / activeExperts) + (M * sharedOverActive * sharedOverActive) + (N * sharedOverActive);
        var (total, part) = (Math.Pow(n.Count, -Alpha), Math.Pow(active.Count, -Alpha));
        var loss = (shape * (total + (K * part) + (H * active.Count / n.Count))) + (A * total) + (B * Math.Pow(d.Count, -Beta)) + (C * part) + Floor;
        return Answer<PredictedLoss>.Of(
            new(loss, Info.ConstantSet),
            Info.Range.OfRun(n.Count, d.Count).And(LawRange.Any.OfParameters(active.Count)),
            new(Info, LossOfRun, n.Count, d.Count, active.Count, activeExperts, sharedOverActive));
    }

    private static string? WhyNone(double n, double active, double activeExperts, double sharedOverActive) =>
        !(activeExperts > 0) ? "active experts are above zero"
        : !(sharedOverActive is >= 0 and <= 1) ? "shared over active experts lie between 0 and 1"
        : active > n ? "active parameters are at most all parameters"
        : null;

    private static string? WhyNoneAt(IReadOnlyDictionary<string, double> at)
    {
        double Or(Symbol symbol, double usual) => at.TryGetValue(symbol.Name, out var value) ? value : usual;
        return WhyNone(Or(Symbol.N, double.MaxValue), Or(ActiveN, 0), Or(G, 1), Or(S, 0));
    }

    /// <summary>The activated experts of the least loss.</summary>
    public Answer<double> OptimalActiveExperts() => Answer<double>.Of(Math.Sqrt(F / E), Extrapolation.None, new(Info, BestActive, double.NaN));

    /// <summary>The shared over activated experts of the least loss.</summary>
    public Answer<double> OptimalSharedOverActive() => Answer<double>.Of(-N / (2 * M), Extrapolation.None, new(Info, BestShared, double.NaN));

    /// <summary>The active share of the least loss at fixed size and tokens: a fact of the law, not advice.</summary>
    public double ActiveShare(TotalParameters n)
    {
        var shape = (2 * Math.Sqrt(E * F)) - (N * N / (4 * M));
        return Math.Pow(Alpha * (C + (shape * K)) * n.Count / (shape * H), 1 / (1 + Alpha)) / n.Count;
    }
}
