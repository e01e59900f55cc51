using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Ludziejewski et al. 2025, <i>Joint MoE Scaling Laws: Mixture of Experts Can Be Memory Efficient</i> (arXiv 2502.05172).</summary>
/// <remarks>
/// Loss and allocation of a model of E experts per layer of which one is active, each as large as the dense feed-forward; E = 1 is
/// dense. Active parameters with both vocabulary matrices, C = 6 N D, nats per token on FineWeb-Edu.
/// </remarks>
public sealed class JointMoe2025 : IScalingLaw
{
    private const double A = 35.91;
    private const double Alpha = -0.1889;
    private const double Delta = -0.2285;
    private const double Gamma = 0.0098;
    private const double B = 35.98;
    private const double Beta = -0.1775;
    private const double Omega = 0.5529;
    private const double Zeta = -0.0259;
    private const double Start = 2.0732;
    private const double Most = 290.4521;
    private const double Floor = 1.3637;
    private const double RateIntercept = 8.39;
    private const double RateOfN = 0.81;
    private const double RateOfE = 0.25;

    private static readonly Symbol E = new("E", "experts");
    private static readonly Symbol WithoutEmbeddings = new("N_ne", "active parameters without embeddings");
    private static readonly Symbol Saturated = new("E'", "experts");

    private static readonly Equation Transform = new(
        "4", Saturated, $"1/(1/(E - 1 + 1/(1/{Start:E_start} - 1/{Most:E_max})) + 1/{Most:E_max})", E);

    private static readonly Equation LossOfRun = new(
        "6",
        Symbol.L,
        $"{A:a} E'^{Delta:delta} N^({Alpha:alpha} + {Gamma:gamma} ln(E')) + {B:b} E'^{Omega:omega} D^({Beta:beta} + {Zeta:zeta} ln(E')) + {Floor:c}",
        Symbol.N,
        Symbol.D,
        Saturated);

    // Both exponents are negative: the ratio is positive, and the power of the bracket takes their magnitudes.
    private static readonly Equation Optimum = new(
        "7",
        Symbol.OptimalN,
        $"(({Alpha:alpha} + {Gamma:gamma} ln(E')) {A:a} E'^{Delta:delta} / (({Beta:beta} + {Zeta:zeta} ln(E')) {B:b} E'^{Omega:omega}))^(-1/({Alpha:alpha} + {Gamma:gamma} ln(E') + {Beta:beta} + {Zeta:zeta} ln(E'))) (C/6)^(({Beta:beta} + {Zeta:zeta} ln(E')) / ({Alpha:alpha} + {Gamma:gamma} ln(E') + {Beta:beta} + {Zeta:zeta} ln(E')))",
        Symbol.C,
        Saturated);

    private static readonly Equation Rate = new(
        "8", Symbol.Rate, $"exp({RateIntercept:k} - {RateOfN:p} ln(N_ne) - {RateOfE:q} ln(E))", WithoutEmbeddings, E);

    private JointMoe2025()
    {
    }

    /// <summary>The experts per layer that the runs had.</summary>
    public static Bounds Experts { get; } = new(1, 32);

    /// <summary>All parameters of the largest run, with every expert.</summary>
    internal static Bounds Totals { get; } = new(0, 5e9);

    /// <summary>The law.</summary>
    public static JointMoe2025 Law { get; } = new();

    /// <summary>The largest compute of the paper's own tables: beyond, the least loss is that of ever larger models.</summary>
    public const double MostCompute = 1e24;

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "joint-moe-2025",
        Paper = "Ludziejewski et al. 2025, Joint MoE Scaling Laws: Mixture of Experts Can Be Memory Efficient",
        ArXiv = "2502.05172",
        ConstantSet = "joint-moe-2025 Table 3",
        Parameters = ParameterConvention.Active,
        Compute = ComputeConvention.SixND,
        Range = new LawRange(new Bounds(7.9e7, 2.7e9), new Bounds(5e8, 8e10), Bounds.Any),
        OtherRanges = [new(E, Experts) { WhyNoneOutside = Measured }],
        Answers = LawQuestions.Routed,
        Equations = [LossOfRun, Transform, Optimum, BudgetEquations.SixND, Rate],
        Facts =
        [
            "held-out error 0.0039 in the loss, over more than 280 runs with 1 to 32 experts",
            "best experts in bf16 with a cache of 16K tokens, for 24, 80 and 640 GB: 16, 32, 32 at 1e21 FLOP; 4, 16, 32 at 1e22; 1, 8, 32 at 1e23; 1, 1, 16 at 1e24 (Table 2)",
            "the learning rate is for a trapezoid schedule: 130M tokens of warm-up, linear to zero over the last 20 %",
        ],
        Caveats =
        [
            "one active expert as large as the dense feed-forward: not for fine-grained experts, and no answer above 32 experts",
            "the loss counts embeddings, the learning rate does not; the rate ignores the tokens",
            "some transcriptions of the paper have delta and omega with the wrong sign",
        ],
    };

    /// <summary>The loss of a run (eq. 6), in nats per token.</summary>
    public Answer<PredictedLoss> Loss(ActiveParameters n, Tokens d, double experts, double activeExperts = 1)
    {
        if (WhyNot(experts, activeExperts) is { } why)
            return Answer<PredictedLoss>.None(why);
        var e = Saturate(experts);
        var loss = (A * Math.Pow(e, Delta) * Math.Pow(n.Count, PowerOfN(e))) + (B * Math.Pow(e, Omega) * Math.Pow(d.Count, PowerOfD(e))) + Floor;
        return Answer<PredictedLoss>.Of(
            new(loss, Info.ConstantSet), Info.Range.OfRun(n.Count, d.Count), new(Info, LossOfRun, n.Count, d.Count, e));
    }

    /// <summary>The best active size and tokens for a budget and a number of experts (eq. 7).</summary>
    public Answer<OptimalRun> Allocate(TrainingFlops compute, double experts, double activeExperts = 1)
    {
        if (WhyNot(experts, activeExperts) is { } why)
            return Answer<OptimalRun>.None(why);
        var e = Saturate(experts);
        var (mu, nu) = (PowerOfN(e), PowerOfD(e));
        var n = Math.Pow(mu * A * Math.Pow(e, Delta) / (nu * B * Math.Pow(e, Omega)), -1 / (mu + nu)) * Math.Pow(compute.Flops / 6, nu / (mu + nu));
        var d = compute.Flops / (6 * n);
        return Answer<OptimalRun>.Of(
            new(n, Info.Parameters, new(d)), Info.Range.OfOptimum(compute.Flops, n, d), new(Info, Optimum, compute.Flops, e));
    }

    /// <summary>The peak learning rate of active parameters without embeddings (eq. 8).</summary>
    public Answer<double> LearningRate(NonEmbeddingParameters n, double experts, double activeExperts = 1) => WhyNot(experts, activeExperts) is { } why
        ? Answer<double>.None(why)
        : Answer<double>.Of(
            Math.Exp(RateIntercept - (RateOfN * Math.Log(n.Count)) - (RateOfE * Math.Log(experts))),
            Info.Range.OfParameters(n.Count),
            new(Info, Rate, n.Count, experts));

    private const string Measured = "'joint-moe-2025' was measured with 1 to 32 experts";

    private static string? WhyNot(double experts, double activeExperts)
    {
        if (!(experts >= Experts.Least && experts <= Experts.Most))
            return Measured;
        return activeExperts > 1 ? "'joint-moe-2025' holds for one active expert" : null;
    }

    /// <summary>The saturated experts of eq. 4.</summary>
    internal static double Saturate(double experts) => 1 / ((1 / (experts - 1 + (1 / ((1 / Start) - (1 / Most))))) + (1 / Most));

    private static double PowerOfN(double e) => Alpha + (Gamma * Math.Log(e));

    private static double PowerOfD(double e) => Beta + (Zeta * Math.Log(e));
}
