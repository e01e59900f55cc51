using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>DeepSeek-AI 2024, <i>DeepSeek LLM: Scaling Open-Source Language Models with Longtermism</i> (arXiv 2401.02954).</summary>
/// <remarks>
/// Model scale M in non-embedding FLOPs per token, C = M D in FLOP, batch in tokens. Batch and learning rate were fitted between
/// 1e17 and 2e19 FLOP, the allocation up to 3e20, both at compute-optimal runs under a multi-step schedule.
/// </remarks>
public sealed class DeepSeek2024 : IAllocationLaw, IBatchLaw, ILearningRateLaw, IRecipeLaw
{
    private const string NoScale =
        "'deepseek-2024' counts non-embedding FLOPs per token, which only a shape of 12 d^2 weights a layer gives";

    private const string CorpusMoves =
        "better data move the model's exponent: 0.450 and 0.524 on two in-house corpora, 0.578 on OpenWebText2";

    private const string OptimalAlone =
        "C is that of a compute-optimal run: for over-trained models step-law-2025 is the better guide";

    private const double RateFactor = 0.3118;
    private const double RatePower = -0.1250;
    private const double BatchFactor = 0.2920;
    private const double BatchPower = 0.3271;
    private const double ScaleFactor = 0.1715;
    private const double ScalePower = 0.5243;
    private const double TokensFactor = 5.8316;
    private const double TokensPower = 0.4757;

    private static readonly Symbol M = new("M", "FLOP per token");

    private static readonly Bounds Hyperparameters = new(1e17, 2e19);

    private static readonly Equation Rate = new("", Symbol.Rate, $"{RateFactor:k} C^{RatePower:p}", Symbol.C) { Ranges = [new(Symbol.C, Hyperparameters)] };
    private static readonly Equation BatchOfCompute = new("", Symbol.B, $"{BatchFactor:k} C^{BatchPower:p}", Symbol.C) { Ranges = [new(Symbol.C, Hyperparameters)] };
    private static readonly Equation Scale = new("", M with { Name = "M_opt" }, $"{ScaleFactor:k} C^{ScalePower:p}", Symbol.C);
    private static readonly Equation Data = new("", Symbol.OptimalD, $"{TokensFactor:k} C^{TokensPower:p}", Symbol.C);
    private static readonly Equation DataOfScale = new("", Symbol.OptimalD, $"(M/{ScaleFactor:k})^(1/{ScalePower:p}) / M", M);

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
        Answers = LawQuestions.Allocation | LawQuestions.Batch | LawQuestions.LearningRate | LawQuestions.Recipe,
        Equations = [Rate, BatchOfCompute, Scale, Data, DataOfScale, BudgetEquations.ScaleTimesTokens, RecipeMoves.Rate, RecipeMoves.Decay],
        Facts =
        [
            "batch and learning rate were fitted on 1e17 to 2e19 FLOP",
            "M counts 72 n_layer d^2 + 12 n_layer d l_seq FLOPs per token; C = M D",
            "near-optimal means within 0.25 % of the least loss",
            CorpusMoves,
            "AdamW with betas 0.9 and 0.95, weight decay 0.1; 2000 steps of warm-up, 31.6 % of the peak from 80 % of the tokens, 10 % from 90 %",
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
        Answer<double>.Of(RateFactor * Math.Pow(c.Flops, RatePower), OutsideOf(c), new(Info, Rate, c.Flops));

    /// <summary>The batch for a budget.</summary>
    public Answer<BatchTokens> Batch(NonEmbeddingFlops c) =>
        Answer<BatchTokens>.Of(new(BatchFactor * Math.Pow(c.Flops, BatchPower)), OutsideOf(c), new(Info, BatchOfCompute, c.Flops));

    /// <summary>The compute-optimal model scale for a budget.</summary>
    public Answer<NonEmbeddingFlopsPerToken> OptimalScale(NonEmbeddingFlops c) => Answer<NonEmbeddingFlopsPerToken>.Of(
        new(ScaleFactor * Math.Pow(c.Flops, ScalePower)), Info.Range.OfCompute(c.Flops), new(Info, Scale, c.Flops));

    /// <summary>The compute-optimal tokens for a budget. The rounded constants make M D exceed C by 0.012 %.</summary>
    public Answer<Tokens> OptimalTokens(NonEmbeddingFlops c) => Answer<Tokens>.Of(
        new(TokensFactor * Math.Pow(c.Flops, TokensPower)), Info.Range.OfCompute(c.Flops), new(Info, Data, c.Flops));

    /// <summary>The best run for a budget: M_opt, and the tokens that it leaves, C / M_opt.</summary>
    /// <remarks>The budget is what the hardware gives: it is spent as M D.</remarks>
    public Answer<OptimalRun> Allocate(TrainingFlops compute)
    {
        var scale = ScaleFactor * Math.Pow(compute.Flops, ScalePower);
        return Answer<OptimalRun>.Of(
            new(scale, Info.Parameters, new(compute.Flops / scale)),
            Info.Range.OfCompute(compute.Flops),
            new(Info, Scale, compute.Flops));
    }

    /// <inheritdoc/>
    public ILossLaw? LossLaw => null;

    /// <inheritdoc/>
    public ILossSurface? Surface => null;

    /// <inheritdoc/>
    public ParametricLaw? Parametric => null;

    /// <inheritdoc/>
    public Answer<Tokens> OptimalTokens(ModelSize model)
    {
        if (model.FlopsPerToken is not { } scale)
            return Answer<Tokens>.None(NoScale);
        var flops = Math.Pow(scale.Flops / ScaleFactor, 1 / ScalePower);
        return Answer<Tokens>.Of(new(flops / scale.Flops), Info.Range.OfCompute(flops), new(Info, DataOfScale, scale.Flops));
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

    /// <inheritdoc/>
    public Answer<TrainingRecipe> Recipe(RecipeQuestion question)
    {
        if (question.Model.IsRouted)
            return Answer<TrainingRecipe>.None("'deepseek-2024' is a recipe of dense models");

        // Where the shape has no M, 6 N without embeddings: attention is left out.
        var model = question.Model.FlopsPerToken is null
            ? question.Model with { FlopsPerToken = new(6 * question.Model.NonEmbedding.Count) }
            : question.Model;
        var own = OptimalTokens(model);
        if (!own.HasValue)
            return Answer<TrainingRecipe>.None(own.WhyNone!);
        var tokens = question.Tokens ?? own.Value;
        return LawRecipe.Of(
            Info,
            question.Batch,
            tokens,
            Batch(model, tokens),
            LearningRate(model, tokens),
            "constant, 31.6 % of the peak from 80 % of the tokens, 10 % from 90 %",
            recipe => recipe with
            {
                WeightDecay = 0.1,
                Beta1 = 0.9,
                Beta2 = 0.95,
                DecayShare = 0.2,
                LastOverPeak = 0.1,
                Notes = question.Model.FlopsPerToken is null
                    ? ["gradients clipped at a norm of 1", "M is taken as 6 N without embeddings: the shape is not the 12 d^2 a layer that M counts"]
                    : ["gradients clipped at a norm of 1"],
            });
    }

    private static Answer<NonEmbeddingFlops> ComputeOf(ModelSize model, Tokens tokens) => model.FlopsPerToken is { } scale
        ? Answer<NonEmbeddingFlops>.Of(NonEmbeddingFlops.Of(scale, tokens), LawRange.Any.OfRun(scale.Flops, tokens.Count), default)
        : Answer<NonEmbeddingFlops>.None(NoScale);

    private static Extrapolation OutsideOf(NonEmbeddingFlops c) => new(1, 1, Hyperparameters.FactorOutside(c.Flops));
}
