using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>The recipe of OLMo's model ladder (repository allenai/OLMo-core): Porian's rounded form with half the learning rate, for WSD.</summary>
public sealed class OlmoLadder : IRecipeLaw
{
    private const double SequenceLength = 2048;
    private const double Sequences = 160;
    private const double Rate = 0.0047;
    private const double Size = 108e6;
    private const double TokensPerParameter = 20;
    private const double LargeBatch = 524_288;

    private static readonly Equation BatchOfSize = new(
        "", Symbol.B, $"{SequenceLength:s} {Sequences:k} (N/{Size:N_0})^(2/3)", Symbol.N);

    private static readonly Equation RateOfSize = new("", Symbol.Rate, $"{Rate:k} (N/{Size:N_0})^(-1/3) / 2", Symbol.N);
    private static readonly Equation Data = new("", Symbol.D, $"{TokensPerParameter:r} N x", Symbol.N, new Symbol("x", "multiple"));

    private OlmoLadder()
    {
    }

    /// <summary>The law.</summary>
    public static OlmoLadder Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "olmo-ladder",
        Paper = "Ai2, OLMo model ladder (repository allenai/OLMo-core, model_ladder)",
        ConstantSet = "olmo-ladder WSD",
        Parameters = ParameterConvention.WeightsWithHead,
        Range = new LawRange(new Bounds(1.9e8, 1.3e10), Bounds.Any, Bounds.Any),
        Answers = LawQuestions.Recipe,
        Equations = [BatchOfSize, RateOfSize, Data, RecipeMoves.Rate, RecipeMoves.Decay],
        Facts =
        [
            "beta2 is 0.95 from a batch of 524,288 tokens and 0.99 below; weight decay 0.1, none on embeddings",
            "warm-up of as many tokens as parameters; the rate falls over the last 10 % of each period",
        ],
        Caveats = ["porian-2024's rounded form with half the rate; N counts the output head, as Porian does: 190,354,176 for the ladder's 190M"],
    };

    /// <summary>The batch of a size.</summary>
    public Answer<BatchTokens> Batch(WeightsWithHead n) => Answer<BatchTokens>.Of(
        new(BatchAt(n.Count)), Info.Range.OfParameters(n.Count), new(Info, BatchOfSize, n.Count));

    /// <summary>The peak learning rate of a size.</summary>
    public Answer<double> LearningRate(WeightsWithHead n) => Answer<double>.Of(
        Rate * Math.Pow(n.Count / Size, -1.0 / 3) / 2, Info.Range.OfParameters(n.Count), new(Info, RateOfSize, n.Count));

    /// <summary>The recipe of a size at a multiple of 20 tokens per parameter.</summary>
    public Answer<TrainingRecipe> Recipe(WeightsWithHead n, double multiple)
    {
        if (!Positive.Are(n.Count, multiple))
            return Answer<TrainingRecipe>.None("parameters and the multiple are positive finite numbers");
        var recipe = Of(n, TokensPerParameter * n.Count * multiple);
        return Answer<TrainingRecipe>.Of(recipe, Info.Range.OfParameters(n.Count), new(Info));
    }

    /// <inheritdoc/>
    public Answer<TrainingRecipe> Recipe(RecipeQuestion question)
    {
        if (question.Model.IsRouted)
            return Answer<TrainingRecipe>.None("'olmo-ladder' is a recipe of dense models");
        if (question.Model.WeightsWithHead is not { } n)
            return Answer<TrainingRecipe>.None("'olmo-ladder' counts the output head: state the model's shape");
        var recipe = question.Tokens is { } tokens ? Of(n, tokens.Count) with { Tokens = tokens } : Recipe(n, 1).Value;
        var moved = recipe.At(question.Batch, Info);
        return Answer<TrainingRecipe>.OfPositive(
            recipe.Product, moved with { Beta2 = Beta2(moved.Batch.Count) }, Info.Range.OfParameters(n.Count), new(Info));
    }

    // The ladder rounds a period to whole batches.
    private TrainingRecipe Of(WeightsWithHead n, double tokens)
    {
        var batch = Math.Round(BatchAt(n.Count));
        return new TrainingRecipe
        {
            Optimizer = "adamw",
            Tokens = new(Math.Max(1, Math.Round(tokens / batch)) * batch),
            Batch = new(batch),
            BatchFrom = new(Info, BatchOfSize, n.Count),
            LearningRate = LearningRate(n).Value,
            RateFrom = new(Info, RateOfSize, n.Count),
            WeightDecay = 0.1,
            Beta1 = 0.9,
            Beta2 = Beta2(batch),
            BatchRamp = "none: constant",
            Schedule = "constant, then down over the last 10 % of each period",
            WarmupSteps = Math.Round(Math.Min(n.Count, tokens) / batch),
            DecayShare = 0.1,
            LastOverPeak = 0,
            Notes =
            [
                "no weight decay on embeddings; the warm-up takes as many tokens as parameters",
                "periods of 0.5, 1, 2, 4, ... times 20 tokens per parameter, each with a checkpoint before and after its decay",
            ],
        };
    }

    private static double Beta2(double batch) => batch >= LargeBatch ? 0.95 : 0.99;

    private static double BatchAt(double n) => SequenceLength * Sequences * Math.Pow(n / Size, 2.0 / 3);
}
