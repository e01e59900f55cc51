using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Tian et al. 2025, <i>Towards Greater Leverage: Scaling Laws for Efficient Mixture-of-Experts Language Models</i> (arXiv 2507.17702).</summary>
/// <remarks>
/// M is training FLOPs per token without embeddings, active experts only, C = M D. Activation ratio A = (active + shared) over
/// (routable + shared) experts; granularity G = 2 d_model / d_expert.
/// </remarks>
public sealed class Ling2025 : IAllocationOpinion
{
    private const double ScaleFactor = 0.1915;
    private const double ScalePower = 0.5095;
    private const double TokensFactor = 5.2232;
    private const double TokensPower = 0.4905;
    private const double DenseScaleFactor = 0.0655;
    private const double DenseScalePower = 0.5422;
    private const double DenseTokensFactor = 15.2582;
    private const double DenseTokensPower = 0.4578;
    private const double RateFactor = 1.1576;
    private const double RatePower = -0.1529;
    private const double BatchFactor = 0.0694;
    private const double BatchPower = 0.3644;

    private static readonly Symbol M = new("M_opt", "FLOP per token");
    private static readonly Symbol OwnM = new("M", "FLOP per token");
    private static readonly Equation Scale = new("Table 1", M, $"{ScaleFactor:k} C^{ScalePower:p}", Symbol.C);
    private static readonly Equation Data = new("Table 1", Symbol.OptimalD, $"{TokensFactor:k} C^{TokensPower:p}", Symbol.C);
    private static readonly Equation TokensOfScale = new("Table 1, by M", Symbol.OptimalD, $"(M/{ScaleFactor:k})^(1/{ScalePower:p}) / M", OwnM);
    private static readonly Equation DenseScale = new("Table 1, dense", M, $"{DenseScaleFactor:k} C^{DenseScalePower:p}", Symbol.C);
    private static readonly Equation DenseData = new("Table 1, dense", Symbol.OptimalD, $"{DenseTokensFactor:k} C^{DenseTokensPower:p}", Symbol.C);
    private static readonly Equation Rate = new("3", Symbol.Rate, $"{RateFactor:k} C^{RatePower:p}", Symbol.C);
    private static readonly Equation BatchOfCompute = new("3", Symbol.B, $"{BatchFactor:k} C^{BatchPower:p}", Symbol.C);
    private static readonly Bounds Hyperparameters = new(3e17, 3e20);

    private Ling2025()
    {
    }

    /// <summary>The law.</summary>
    public static Ling2025 Law { get; } = new();

    /// <summary>The granularity of the highest leverage, at any activation ratio and compute: 11.3.</summary>
    public static double BestGranularity => LingLeverage.BestGranularity;

    /// <summary>The granularities of the runs.</summary>
    public static Bounds Granularities => LingLeverage.Granularity;

    /// <summary>The activation ratios at which learning rate and batch were checked.</summary>
    internal static Bounds CheckedActivation { get; } = new(0.047, 0.109);

    /// <summary>How public runs lie to rate and batch of the law, as a clause: a test refits its numbers.</summary>
    internal static string PublishedRuns => "131 to 11,120 times beyond its compute, have 0.96 to 1.16 times its learning rate and 0.35 to 1.2 times its batch";

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "ling-2025",
        Paper = "Tian et al. 2025, Towards Greater Leverage: Scaling Laws for Efficient Mixture-of-Experts Language Models",
        ArXiv = "2507.17702",
        ConstantSet = "ling-2025 Table 1",
        Parameters = ParameterConvention.NonEmbeddingFlopsPerToken,
        Compute = ComputeConvention.FlopsPerTokenTimesTokens,
        Range = new LawRange(Bounds.Any, Bounds.Any, new Bounds(3e17, 3e20)),
        OtherRanges = [.. LingLeverage.Ranges],
        WhyNoneAt = LingLeverage.WhyNoneAt,
        Answers = LawQuestions.Routed,
        Equations = [Scale, Data, TokensOfScale, DenseScale, DenseData, Rate, BatchOfCompute, LingLeverage.Equation, BudgetEquations.ScaleTimesTokens],
        Facts =
        [
            "allocation for an activation ratio of 7.8 % and G = 2; AdamW, weight decay 0.1, WSD schedule with 1 % warm-up, sequence 4096",
            "one shared expert, shared over active 8 to 17 %; attention 30 to 40 % of the FLOPs; the first 1 to 3 of 60 layers dense cost nothing",
            "active non-embedding parameters are about M / 6",
            $"published runs with experts, {PublishedRuns}",
        ],
        Caveats =
        [
            "M is read as forward and backward, three times the forward pass: only so do the paper's own tables agree",
            "learning rate and batch were fitted up to 3e20 FLOP, on 4.7 to 10.9 % active experts; the paper's own runs have batches 24 % above and rates 9 to 17 % below the law",
            "leverage is compute over compute, an upper end (\"up to\"); the paper prints only \"log\", and the bases are inferred from two published values",
            "leverage above 6 was not fitted",
        ],
        WhyApart = [new(LawQuestions.Routed, "leverage counts FLOPs alone: memory and routing are not weighed")],
    };

    /// <summary>The compute-optimal scale and tokens of a routed model: M_opt and the tokens that it leaves, C / M_opt.</summary>
    public Answer<OptimalRun> Allocate(TrainingFlops compute) => Run(compute, ScaleFactor * Math.Pow(compute.Flops, ScalePower), Scale);

    /// <summary>The same of a dense model, from the paper's own dense runs.</summary>
    public Answer<OptimalRun> AllocateDense(TrainingFlops compute) =>
        Run(compute, DenseScaleFactor * Math.Pow(compute.Flops, DenseScalePower), DenseScale);

    /// <summary>The compute-optimal tokens of a routed model. The rounded constants make M D exceed C by 0.024 %.</summary>
    public Answer<Tokens> OptimalTokens(TrainingFlops compute) => Answer<Tokens>.Of(
        new(TokensFactor * Math.Pow(compute.Flops, TokensPower)), Info.Range.OfCompute(compute.Flops), new(Info, Data, compute.Flops));

    /// <summary>The compute-optimal tokens of a routed model of this size: the compute at which its M is optimal, over M.</summary>
    /// <remarks>M is counted from the shape, otherwise 6 N without embeddings, which leaves attention out.</remarks>
    public Answer<Tokens> OptimalTokens(ModelSize model)
    {
        if (!model.IsRouted)
            return Answer<Tokens>.None("'ling-2025' is a law of models with experts");
        var scale = model.FlopsPerToken?.Flops ?? (6 * model.NonEmbedding.Count);
        var flops = Math.Pow(scale / ScaleFactor, 1 / ScalePower);
        return Answer<Tokens>.OfPositive(
            flops / scale, new(flops / scale), Info.Range.OfCompute(flops).And(LawRange.Any.OfParameters(scale)), new(Info, TokensOfScale, scale));
    }

    /// <summary>The compute-optimal tokens of a dense model.</summary>
    public Answer<Tokens> OptimalTokensDense(TrainingFlops compute) => Answer<Tokens>.Of(
        new(DenseTokensFactor * Math.Pow(compute.Flops, DenseTokensPower)), Info.Range.OfCompute(compute.Flops), new(Info, DenseData, compute.Flops));

    /// <summary>The peak learning rate of a routed model for a budget (eq. 3).</summary>
    public Answer<double> LearningRate(TrainingFlops compute) => Answer<double>.Of(
        RateFactor * Math.Pow(compute.Flops, RatePower), OutsideOf(compute), new(Info, Rate, compute.Flops));

    /// <summary>The batch of a routed model for a budget (eq. 3).</summary>
    public Answer<BatchTokens> Batch(TrainingFlops compute) => Answer<BatchTokens>.Of(
        new(BatchFactor * Math.Pow(compute.Flops, BatchPower)), OutsideOf(compute), new(Info, BatchOfCompute, compute.Flops));

    /// <summary>How many times its own compute a dense model takes to the same loss, at most.</summary>
    /// <param name="activation">Active over all experts, shared ones counted in both: 0.031 is 3.1 %.</param>
    /// <param name="granularity">2 d_model / d_expert.</param>
    /// <param name="compute">The compute of the routed model.</param>
    public Answer<double> EfficiencyLeverage(double activation, double granularity, TrainingFlops compute) =>
        LingLeverage.WhyNone(activation, granularity) is { } why
            ? Answer<double>.None(why)
            : Answer<double>.Of(
                LingLeverage.Of(activation, granularity, compute.Flops),
                LingLeverage.OutsideOf(activation, granularity, compute.Flops),
                new(Info, LingLeverage.Equation, activation, granularity, compute.Flops));

    /// <inheritdoc/>
    /// <remarks>M is about 6 N without embeddings: attention is left out.</remarks>
    public Answer<OptimalRun> Beside(ModelSize model, Tokens tokens) => model.IsRouted
        ? Allocate(new(6 * model.NonEmbedding.Count * tokens.Count))
        : Answer<OptimalRun>.None("'ling-2025' is a law of models with experts");

    private Answer<OptimalRun> Run(TrainingFlops compute, double scale, Equation equation) => Answer<OptimalRun>.Of(
        new(scale, Info.Parameters, new(compute.Flops / scale)), Info.Range.OfCompute(compute.Flops), new(Info, equation, compute.Flops));

    private static Extrapolation OutsideOf(TrainingFlops compute) => new(1, 1, Hyperparameters.FactorOutside(compute.Flops));
}
