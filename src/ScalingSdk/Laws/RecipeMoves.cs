using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Laws;

/// <summary>Moves a recipe of AdamW to another batch: rate and decay by the square root, so that the decay of a step, rate times decay, follows the batch.</summary>
/// <remarks>These recipes state one decay for every horizon, so that no horizon moves it: T_epoch, which divides by the tokens, asks for that of a reference run.</remarks>
internal static class RecipeMoves
{
    private static readonly Symbol BaseBatch = new("B_0", "tokens");

    /// <summary>The square-root rule.</summary>
    internal static readonly Equation Rate = new(
        "square-root rule", Symbol.Rate, $"eta_0 sqrt(B/B_0)", Symbol.Rate with { Name = "eta_0" }, Symbol.B, BaseBatch);

    /// <summary>B / (eta lambda) stays, with eta by the square-root rule.</summary>
    internal static readonly Equation Decay = new(
        "square-root rule", new("lambda", ""), $"lambda_0 sqrt(B/B_0)", new("lambda_0", ""), Symbol.B, BaseBatch);

    /// <summary>The recipe at the batch that is fixed; itself where none is.</summary>
    internal static TrainingRecipe At(this TrainingRecipe recipe, BatchTokens? batch, LawInfo law)
    {
        if (batch is not { } fixedBatch || fixedBatch == recipe.Batch)
            return recipe;
        var factor = Math.Sqrt(fixedBatch.Count / recipe.Batch.Count);
        return recipe with
        {
            Batch = fixedBatch,
            BatchFrom = default,
            LearningRate = recipe.LearningRate * factor,
            RateFrom = recipe.LearningRate is { } rate ? new(law, Rate, rate, fixedBatch.Count, recipe.Batch.Count) : default,
            LastOverPeak = recipe is { HasOwnLastRate: true, LastOverPeak: { } last } ? Math.Min(1, last / factor) : recipe.LastOverPeak,
            WeightDecay = recipe.WeightDecay * factor,
            DecayFrom = recipe.WeightDecay is { } decay ? new(law, Decay, decay, fixedBatch.Count, recipe.Batch.Count) : default,
            WarmupSteps = recipe.WarmupSteps * recipe.Batch.Count / fixedBatch.Count,
            Notes =
            [
                .. recipe.Notes,
                $"moved from its own batch of {NumberText.Compact(recipe.Batch.Count)} tokens: {(recipe.WeightDecay is null ? "the rate" : "rate and decay")} by the square root{(recipe.WeightDecay is null ? "" : "; the tokens of the run do not move the decay")}",
            ],
        };
    }
}
