using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A recipe of AdamW whose batch and peak rate are a law's answers: none where the law has none.</summary>
internal static class LawRecipe
{
    private const double Warmup = 2000;

    /// <summary>The recipe, moved to the batch of the question.</summary>
    /// <param name="law">Whose.</param>
    /// <param name="batchOf">The batch that the question fixes, if any.</param>
    /// <param name="tokens">The tokens of the run.</param>
    /// <param name="batch">The law's batch.</param>
    /// <param name="rate">The law's peak rate.</param>
    /// <param name="schedule">How the rate runs after the warm-up of 2000 steps.</param>
    /// <param name="complete">Sets what the law's equations do not.</param>
    public static Answer<TrainingRecipe> Of(
        LawInfo law, BatchTokens? batchOf, Tokens tokens, Answer<BatchTokens> batch, Answer<double> rate, string schedule, Func<TrainingRecipe, TrainingRecipe> complete)
    {
        if (!batch.HasValue || !rate.HasValue)
            return Answer<TrainingRecipe>.None((batch.WhyNone ?? rate.WhyNone)!);
        var recipe = complete(new TrainingRecipe
        {
            Optimizer = "adamw",
            Tokens = tokens,
            Batch = batch.Value,
            BatchFrom = batch.Source,
            LearningRate = rate.Value,
            RateFrom = rate.Source,
            Schedule = schedule,
            WarmupSteps = Math.Min(Warmup, Math.Floor(tokens.Count / batch.Value.Count)),
        });
        return Answer<TrainingRecipe>.OfPositive(recipe.Product, recipe.At(batchOf, law), rate.Outside.And(batch.Outside), new(law));
    }
}
