using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Clark et al. 2022, <i>Unified Scaling Laws for Routed Language Models</i> (arXiv 2202.01169).</summary>
/// <remarks>
/// The dense size that a model with E experts equals, at 130B tokens, one expert per token, every other layer routed. N is what
/// one token passes through, embeddings included. Nats per token; base-10 logarithms.
/// </remarks>
public sealed class Clark2022 : IScalingLaw
{
    private const double DenseSlope = 0.078;
    private const double DenseScale = 3.568e13;
    private const string NoExperts = "a routed model has at least 1 expert";

    private static readonly Equation Dense = new(
        "without experts", Symbol.L, $"({DenseScale:N_c}/N)^{DenseSlope:alpha_N}", Symbol.N);

    private readonly RoutedEquations _equations;

    // Table 3 prints c to too few digits: 10^(-b/c) of the table contradicts the N_cutoff printed beside it, which c is inferred from.
    private Clark2022(string id, string router, double a, double b, double d, double start, double most, double cutoff)
    {
        Form = new RoutedForm(a, b, -b / Math.Log10(cutoff), d, start, most);
        Cutoff = new(cutoff);
        _equations = new(Form);
        Info = new()
        {
            Id = id,
            Paper = "Clark et al. 2022, Unified Scaling Laws for Routed Language Models",
            ArXiv = "2202.01169",
            ConstantSet = $"clark-2022 {router}",
            Parameters = ParameterConvention.Active,
            Range = Runs,
            OtherRanges = [new(new Symbol("E", "experts"), new Bounds(1, 512))],
            WhyNoneAt = static at => at.TryGetValue("E", out var experts) && !(experts >= 1) ? NoExperts : null,
            Answers = LawQuestions.EffectiveSize,
            Equations = [_equations.Loss, _equations.Transform, _equations.EffectiveParameters, _equations.Cutoff, Dense],
            Facts = ["a model of 5M parameters with 128 experts performs like a dense one of 55M"],
            Caveats =
            [
                "measured at 130B tokens for every size: the cutoff, where experts stop helping, holds at 130B tokens",
                "one expert per token (K = 1), every other layer routed, 1 to 512 experts",
                "c is inferred from the paper's N_cutoff, because the table rounds it too far",
            ],
        };
    }

    /// <summary>Tokens of every run of the paper: 250,000 steps of 256 sequences of 2048.</summary>
    public const double RunTokens = 250_000d * 256 * 2048;

    // Before the routers, whose descriptions hold it.
    private static LawRange Runs { get; } = new(new Bounds(1.5e7, 1.3e9), new Bounds(RunTokens, RunTokens), Bounds.Any);

    /// <summary>S-BASE, the paper's default router.</summary>
    public static Clark2022 SBase { get; } =
        new("clark-2022", "S-BASE", -0.082, -0.108, 1.104, 1.847, 314.478, 937e9);

    /// <summary>RL-R, routing by reinforcement learning.</summary>
    public static Clark2022 RlR { get; } =
        new("clark-2022-rl-r", "RL-R", -0.083, -0.126, 1.111, 1.880, 469.982, 85e9);

    /// <summary>HASH, routing by a fixed hash of the token.</summary>
    public static Clark2022 Hash { get; } =
        new("clark-2022-hash", "HASH", -0.087, -0.136, 1.157, 4.175, 477.741, 83e9);

    /// <summary>Every set of constants, in the order of the lists.</summary>
    internal static IReadOnlyList<Clark2022> Sets { get; } = [SBase, RlR, Hash];

    /// <summary>The experts that the runs span.</summary>
    public static Bounds Experts { get; } = new(1, 512);

    /// <inheritdoc/>
    public LawInfo Info { get; }

    /// <summary>The equation with its constants, c inferred.</summary>
    public RoutedForm Form { get; }

    /// <summary>The size from which experts no longer help, at 130B tokens (N_cutoff).</summary>
    public ActiveParameters Cutoff { get; }

    /// <summary>The dense size of the same loss at 130B tokens (N_bar).</summary>
    /// <remarks>Above the cutoff it is smaller than the model's own.</remarks>
    public Answer<ActiveParameters> EffectiveParameters(ActiveParameters n, double experts) => EffectiveParameters(n, experts, 1);

    // Of a model that sends a token to more than one: how far outside that lies is reported with the size, as with the experts.
    internal Answer<ActiveParameters> EffectiveParameters(ActiveParameters n, double experts, double activeExperts) => experts >= 1
        ? Answer<ActiveParameters>.Of(
            new(Form.EffectiveParameters(n.Count, experts)),
            Outside(n, experts) is var outside && activeExperts > 1 ? outside with { Parameters = outside.Parameters * activeExperts } : outside,
            new(Info, _equations.EffectiveParameters, n.Count, Form.Saturated(experts)))
        : Answer<ActiveParameters>.None(NoExperts);

    /// <summary>The loss at 130B tokens (eq. 1).</summary>
    public Answer<PredictedLoss> Loss(ActiveParameters n, double experts) => experts >= 1
        ? Answer<PredictedLoss>.Of(
            new(Form.Loss(n.Count, experts), Info.ConstantSet),
            Outside(n, experts),
            new(Info, _equations.Loss, n.Count, Form.Saturated(experts)))
        : Answer<PredictedLoss>.None(NoExperts);

    /// <summary>The loss of a dense model at 130B tokens (the paper's own fit of its dense runs).</summary>
    public static Answer<PredictedLoss> DenseLoss(ActiveParameters n) => Answer<PredictedLoss>.Of(
        new(Math.Pow(DenseScale / n.Count, DenseSlope), "clark-2022 dense"),
        Runs.OfParameters(n.Count),
        new(SBase.Info, Dense, n.Count));

    // Experts multiply the parameters that are kept: how far outside they lie is reported with the size.
    private Extrapolation Outside(ActiveParameters n, double experts) =>
        new(Info.Range.Parameters.FactorOutside(n.Count) * Experts.FactorOutside(experts), 1, 1);
}
