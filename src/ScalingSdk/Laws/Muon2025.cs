using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Laws;

/// <summary>Liu et al. 2025, <i>Muon is Scalable for LLM Training</i> (arXiv 2502.16982): Moonlight's update scale and compute against AdamW.</summary>
public sealed class Muon2025 : IRecipeLaw
{
    private const double Scale = 0.2;
    private const double Factor = 2.506;
    private const double Power = -0.052;
    private const double AdamFactor = 2.608;
    private const double AdamPower = -0.054;

    private static readonly Symbol PetaflopDays = Symbol.C with { Unit = "PF-days" };
    private static readonly Equation UpdateScaleOf = new("", new("scale", ""), $"{Scale:k} sqrt(n)", new Symbol("n", "larger side of the matrix"));
    private static readonly Equation MuonLoss = new("", Symbol.L, $"{Factor:k} C^{Power:p}", PetaflopDays);
    private static readonly Equation AdamLoss = new("AdamW", Symbol.L, $"{AdamFactor:k} C^{AdamPower:p}", PetaflopDays);
    private static readonly Equation Ratio = new(
        "of the two losses, not advice", new("C_Muon/C_AdamW", ""), $"({Factor:k}/{AdamFactor:k_A})^(-1/{Power:p}) C^({AdamPower:p_A}/{Power:p} - 1)", PetaflopDays);

    // Regressions on the five tuned runs of Table 2, whose C is 6 N D without embeddings: the rates within 0.2 %, the batches within 5 %.
    private const double RateFactor = 0.00798107751;
    private const double RatePower = -0.0478234185;
    private const double BatchFactor = 0.242546544;
    private const double BatchPower = 0.336884338;

    private static readonly Equation RateOfCompute = new("Table 2, regression", Symbol.Rate, $"{RateFactor:k} C^{RatePower:p}", Symbol.C);
    private static readonly Equation BatchOfCompute = new("Table 2, regression", Symbol.B, $"{BatchFactor:k} C^{BatchPower:p}", Symbol.C);

    private static readonly Bounds TunedCompute = new(2.1e19, 3.51e20);

    private Muon2025()
    {
    }

    /// <summary>The law.</summary>
    public static Muon2025 Law { get; } = new();

    /// <summary>Compute against a tuned AdamW for the same loss: 0.52 (Moonlight) to 0.91 at 1.2B (Wen et al. 2025).</summary>
    public static Bounds ComputeOverAdamW { get; } = new(0.52, 0.91);

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "muon-2025",
        Paper = "Liu et al. 2025, Muon is Scalable for LLM Training",
        ArXiv = "2502.16982",
        ConstantSet = "muon-2025 Moonlight",
        Parameters = ParameterConvention.NonEmbedding,
        Range = new LawRange(new Bounds(3.99e8, 1.5e9), new Bounds(8.92e9, 3.891e10), TunedCompute),
        Answers = LawQuestions.Advice | LawQuestions.Recipe,
        Advises = "Muon against AdamW",
        Equations = [UpdateScaleOf, MuonLoss, AdamLoss, Ratio, RateOfCompute, BatchOfCompute, RecipeMoves.Rate, RecipeMoves.Decay],
        Facts =
        [
            "the update is scaled to that of AdamW, so learning rate and weight decay (0.1) are AdamW's; embeddings, head, norms and router stay on AdamW",
            "tuned runs: 399M on 8.92B tokens 9.5e-4 at 0.79M tokens; 545M 14B 9.1e-4 1.05M; 822M 20.8B 8.8e-4 1.31M; 1.1B 28.5B 8.6e-4 1.57M; 1.5B 38.9B 8.3e-4 2.1M",
            "0.519 times the FLOPs of AdamW (paper); 1.4 times faster at 0.1B and 1.1 times at 1.2B against a tuned AdamW (arXiv 2509.02046)",
        ],
        Caveats =
        [
            "the advantage falls with size and with the tuning of AdamW: state 0.52 to 0.91, not the ratio of the two formulas",
            "C of the losses is in PF-days (inferred)",
            "batch and rate are regressions on the five tuned runs, 2.1e19 to 3.5e20 FLOP (6 N D without embeddings)",
            "the critical batch of AdamW is not a limit of Muon, which keeps its efficiency at larger batches (arXiv 2505.02222)",
        ],
    };

    /// <summary>The factor on the orthogonalised update of a matrix with this larger side.</summary>
    public Answer<double> UpdateScale(double largerSide) => Answer<double>.OfPositive(
        largerSide, Scale * Math.Sqrt(largerSide), LawRange.Any.OfParameters(largerSide), new(Info, UpdateScaleOf, largerSide));

    /// <inheritdoc/>
    /// <remarks>Learning rate and weight decay are AdamW's through the update scale. The tokens are the run's: the paper's law of them was not read.</remarks>
    public Answer<TrainingRecipe> Recipe(RecipeQuestion question)
    {
        if (question.Tokens is not { } tokens)
            return Answer<TrainingRecipe>.None("'muon-2025' has no tokens of its own: state 'data.tokens'");
        if (question.Model.IsRouted)
            return Answer<TrainingRecipe>.None("'muon-2025' was tuned on dense models");
        var n = question.Model.NonEmbedding.Count;
        var flops = 6 * n * tokens.Count;
        var batch = BatchFactor * Math.Pow(flops, BatchPower);
        var recipe = new TrainingRecipe
        {
            Optimizer = "muon",
            Tokens = tokens,
            Batch = new(batch),
            BatchFrom = new(Info, BatchOfCompute, flops),
            LearningRate = RateFactor * Math.Pow(flops, RatePower),
            RateFrom = new(Info, RateOfCompute, flops),
            WeightDecay = 0.1,
            Beta1 = 0.95,
            Schedule = "not verified: take that of your AdamW recipe, whose rate and decay it shares",
            Notes =
            [
                $"updates of a matrix are scaled by 0.2 sqrt(larger side){(question.Width is { } width ? $", {NumberText.Round(Math.Round(Scale * Math.Sqrt(width), 2))} at the model's width" : "")}: rate and decay are AdamW's",
                "embeddings, output head, norms and router stay on AdamW with betas 0.9 and 0.95",
                $"compute against a tuned AdamW at equal loss: {NumberText.Round(ComputeOverAdamW.Least)} to {NumberText.Round(ComputeOverAdamW.Most)} times, the advantage falling with size",
            ],
        };
        return Answer<TrainingRecipe>.OfPositive(
            recipe.Product, recipe.At(question.Batch, Info), Info.Range.OfRun(n, tokens.Count).And(Info.Range.OfCompute(flops)), new(Info));
    }

    /// <summary>The compute with Muon over that with AdamW by the two rounded formulas: 0.519 at 18.4 PF-days.</summary>
    public Answer<double> ComputeRatio(TrainingFlops compute) => Answer<double>.Of(
        Math.Pow(Factor / AdamFactor, -1 / Power) * Math.Pow(compute.PetaflopDays, (AdamPower / Power) - 1),
        Info.Range.OfCompute(compute.Flops),
        new(Info, Ratio, compute.PetaflopDays));

    /// <summary>The loss with Muon.</summary>
    public Answer<PredictedLoss> Loss(TrainingFlops compute) => Answer<PredictedLoss>.Of(
        new(Factor * Math.Pow(compute.PetaflopDays, Power), Info.ConstantSet),
        Info.Range.OfCompute(compute.Flops),
        new(Info, MuonLoss, compute.PetaflopDays));

    /// <summary>The loss with AdamW.</summary>
    public Answer<PredictedLoss> AdamWLoss(TrainingFlops compute) => Answer<PredictedLoss>.Of(
        new(AdamFactor * Math.Pow(compute.PetaflopDays, AdamPower), Info.ConstantSet),
        Info.Range.OfCompute(compute.Flops),
        new(Info, AdamLoss, compute.PetaflopDays));
}
