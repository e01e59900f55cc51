using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>DeepSeek-AI 2024, <i>DeepSeek LLM: Scaling Open-Source Language Models with Longtermism</i> (arXiv 2401.02954).</summary>
/// <remarks>
/// Model scale M in non-embedding FLOPs per token, C = M D in FLOP, batch in tokens. Batch and learning rate were fitted between
/// 1e17 and 2e19 FLOP, the allocation up to 3e20, both at compute-optimal runs under a multi-step schedule.
/// </remarks>
public sealed class DeepSeek2024 : IAllocationLaw, IBatchLaw, ILearningRateLaw
{
    private const string NoScale =
        "'deepseek-2024' counts non-embedding FLOPs per token, which a nominal size does not give: state the model's shape";

    private const string CorpusMoves =
        "better data move the model's exponent: 0.450 and 0.524 on two in-house corpora, 0.578 on OpenWebText2";

    private const string OptimalAlone =
        "C is that of a compute-optimal run: for over-trained models step-law-2025 is the better guide";

    private static readonly Bounds Hyperparameters = new(1e17, 2e19);

    private DeepSeek2024()
    {
    }

    /// <summary>The law.</summary>
    public static DeepSeek2024 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "deepseek-2024",
        Paper = "DeepSeek-AI 2024, DeepSeek LLM: Scaling Open-Source Language Models with Longtermism",
        ArXiv = "2401.02954",
        ConstantSet = "deepseek-2024",
        Parameters = ParameterConvention.NonEmbeddingFlopsPerToken,
        Compute = ComputeConvention.FlopsPerTokenTimesTokens,
        Range = new LawRange(Bounds.Any, Bounds.Any, new Bounds(1e17, 3e20)),
        Answers = LawQuestions.Allocation | LawQuestions.Batch | LawQuestions.LearningRate,
        Equations = Equation.OfProse(
            "M = 72 n_layer d^2 + 12 n_layer d l_seq, C = M D",
            "eta = 0.3118 C^-0.1250 and B = 0.2920 C^0.3271 tokens, fitted on 1e17 to 2e19 FLOP",
            "M_opt = 0.1715 C^0.5243, D_opt = 5.8316 C^0.4757"),
        Facts =
        [
            "near-optimal means within 0.25 % of the least loss",
            CorpusMoves,
        ],
        Caveats =
        [
            OptimalAlone,
            "multi-step schedule, not cosine",
        ],
        WhyApart =
        [
            new(LawQuestions.Allocation, CorpusMoves),
            new(LawQuestions.Batch, OptimalAlone),
            new(LawQuestions.LearningRate, OptimalAlone),
        ],
    };

    /// <summary>The peak learning rate for a budget.</summary>
    public Answer<double> LearningRate(NonEmbeddingFlops c) =>
        Answer<double>.Of(0.3118 * Math.Pow(c.Flops, -0.1250), OutsideOf(c));

    /// <summary>The batch for a budget.</summary>
    public Answer<BatchTokens> Batch(NonEmbeddingFlops c) =>
        Answer<BatchTokens>.Of(new(0.2920 * Math.Pow(c.Flops, 0.3271)), OutsideOf(c));

    /// <summary>The compute-optimal model scale for a budget.</summary>
    public Answer<NonEmbeddingFlopsPerToken> OptimalScale(NonEmbeddingFlops c) =>
        Answer<NonEmbeddingFlopsPerToken>.Of(new(0.1715 * Math.Pow(c.Flops, 0.5243)), Info.Range.OfCompute(c.Flops));

    /// <summary>The compute-optimal tokens for a budget. The rounded constants make M D exceed C by 0.012 %.</summary>
    public Answer<Tokens> OptimalTokens(NonEmbeddingFlops c) =>
        Answer<Tokens>.Of(new(5.8316 * Math.Pow(c.Flops, 0.4757)), Info.Range.OfCompute(c.Flops));

    /// <summary>The best run for a budget: M_opt, and the tokens that it leaves, C / M_opt.</summary>
    /// <remarks>The budget is what the hardware gives: it is spent as M D.</remarks>
    public Answer<OptimalRun> Allocate(TrainingFlops compute)
    {
        var scale = 0.1715 * Math.Pow(compute.Flops, 0.5243);
        return Answer<OptimalRun>.Of(
            new(scale, Info.Parameters, new(compute.Flops / scale)), Info.Range.OfCompute(compute.Flops));
    }

    /// <inheritdoc/>
    public Answer<Tokens> OptimalTokens(ModelSize model)
    {
        if (model.FlopsPerToken is not { } scale)
            return Answer<Tokens>.None(NoScale);
        var flops = Math.Pow(scale.Flops / 0.1715, 1 / 0.5243);
        return Answer<Tokens>.Of(new(flops / scale.Flops), Info.Range.OfCompute(flops));
    }

    /// <inheritdoc/>
    public Answer<BatchTokens> Batch(ModelSize model, Tokens tokens)
    {
        var compute = ComputeOf(model, tokens);
        return compute.HasValue ? Batch(compute.Value) : Answer<BatchTokens>.None(compute.WhyNone!);
    }

    /// <inheritdoc/>
    public Answer<double> LearningRate(ModelSize model, Tokens tokens)
    {
        var compute = ComputeOf(model, tokens);
        return compute.HasValue ? LearningRate(compute.Value) : Answer<double>.None(compute.WhyNone!);
    }

    private static Answer<NonEmbeddingFlops> ComputeOf(ModelSize model, Tokens tokens) => model.FlopsPerToken is { } scale
        ? Answer<NonEmbeddingFlops>.Of(NonEmbeddingFlops.Of(scale, tokens), LawRange.Any.OfRun(scale.Flops, tokens.Count))
        : Answer<NonEmbeddingFlops>.None(NoScale);

    private static Extrapolation OutsideOf(NonEmbeddingFlops c) => new(1, 1, Hyperparameters.FactorOutside(c.Flops));
}
