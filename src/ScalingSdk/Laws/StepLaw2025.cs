using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Li et al. 2025, <i>Predictable Scale: Part I, Step Law</i> (arXiv 2503.04715).</summary>
/// <remarks>
/// Non-vocabulary weights (per layer 4 h^2 + 3 h ffn), tokens, batch in tokens; cosine to a least learning rate of 1e-5, 2000 warmup
/// steps. Dense models alone: whether N is total or active in a routed one is unresolved.
/// </remarks>
public sealed class StepLaw2025 : ILearningRateLaw, IBatchLaw, IRecipeLaw
{
    private const string Routed =
        "'step-law-2025' holds for dense models alone: whether it counts total or active parameters of a routed one is unresolved";

    private const string OwnRecipe = "for its own recipe (cosine to 1e-5): published recipes use lower rates";

    private const double RateFactor = 1.79;
    private const double RatePowerOfN = -0.713;
    private const double RatePowerOfD = 0.307;
    private const double BatchFactor = 0.58;
    private const double BatchPower = 0.571;
    private const double LeastRate = 1e-5;

    private static readonly Equation RateOfRun = new(
        "", Symbol.Rate, $"{RateFactor:k} N^{RatePowerOfN:a} D^{RatePowerOfD:b}", Symbol.N, Symbol.D);

    private static readonly Equation BatchOfTokens = new("", Symbol.B, $"{BatchFactor:k} D^{BatchPower:p}", Symbol.D);

    private StepLaw2025()
    {
    }

    /// <summary>The law.</summary>
    public static StepLaw2025 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "step-law-2025",
        Paper = "Li et al. 2025, Predictable Scale: Part I, Step Law",
        ArXiv = "2503.04715",
        ConstantSet = "step-law-2025",
        Parameters = ParameterConvention.NonEmbeddingWeights,
        Range = new LawRange(new Bounds(6e7, 1e9), new Bounds(2e9, 1e11), Bounds.Any),
        Answers = LawQuestions.LearningRate | LawQuestions.Batch | LawQuestions.Recipe,
        DenseOnly = true,
        Equations = [RateOfRun, BatchOfTokens, RecipeMoves.Rate, RecipeMoves.Decay],
        Facts =
        [
            "within 0.09 % of the least loss of an exhaustive search (claim of the authors)",
            "95 % intervals of the exponents: N -0.774 to -0.655, D 0.271 to 0.345, batch 0.534 to 0.606",
        ],
        Caveats =
        [
            "dense models alone",
            OwnRecipe,
        ],
        WhyApart =
        [
            new(LawQuestions.Batch, "its batch follows the tokens alone, whatever the size"),
            new(LawQuestions.LearningRate, OwnRecipe),
        ],
    };

    /// <summary>The peak learning rate of a dense model.</summary>
    public Answer<double> LearningRate(NonEmbeddingWeights n, Tokens d) => Answer<double>.Of(
        RateFactor * Math.Pow(n.Count, RatePowerOfN) * Math.Pow(d.Count, RatePowerOfD),
        Info.Range.OfRun(n.Count, d.Count),
        new(Info, RateOfRun, n.Count, d.Count));

    /// <summary>The batch of a dense model, whatever its size.</summary>
    public Answer<BatchTokens> Batch(Tokens d) => Answer<BatchTokens>.Of(
        new(BatchFactor * Math.Pow(d.Count, BatchPower)), Info.Range.OfTokens(d.Count), new(Info, BatchOfTokens, d.Count));

    /// <inheritdoc/>
    public Answer<double> LearningRate(ModelSize model, Tokens tokens) =>
        model.IsRouted ? Answer<double>.None(Routed) : LearningRate(model.Weights, tokens);

    /// <inheritdoc/>
    public Answer<BatchTokens> Batch(ModelSize model, Tokens tokens) =>
        model.IsRouted ? Answer<BatchTokens>.None(Routed) : Batch(tokens);

    /// <inheritdoc/>
    /// <remarks>Neither tokens nor betas: the run has the former, and the latter were not verified.</remarks>
    public Answer<TrainingRecipe> Recipe(RecipeQuestion question)
    {
        if (question.Model.IsRouted)
            return Answer<TrainingRecipe>.None(Routed);
        if (question.Tokens is not { } tokens)
            return Answer<TrainingRecipe>.None("'step-law-2025' has no tokens of its own: state 'data.tokens'");
        return LawRecipe.Of(
            Info,
            question.Batch,
            tokens,
            Batch(tokens),
            LearningRate(question.Model.Weights, tokens),
            "a cosine over the whole run to 1e-5, whatever the peak",
            static recipe => recipe with
            {
                DecayShare = 1,
                LastOverPeak = Math.Min(1, LeastRate / recipe.LearningRate!.Value),
                HasOwnLastRate = true,
                Notes = ["its betas and weight decay were not verified: take those of your own recipe"],
            });
    }
}
