using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

/// <summary>Recipes for any model: their own tokens and batch, and what moves them.</summary>
public sealed class RecipeTests
{
    private static readonly RecipeQuestion Question = new(StandardDecoder.Of(24, 1024, 16).Size) { Layers = 24, Width = 1024 };

    public static TheoryData<string> Ids => [.. LawRegistry.All.OfType<IRecipeLaw>().Select(static law => law.Info.Id)];

    [Fact]
    public void Recipes_AreTheSevenPublishedOnes() => Assert.Equal(
        ["completep-2025", "deepseek-2024", "marin-2025", "muon-2025", "nanochat-2026", "olmo-ladder", "step-law-2025"], LawRegistry.All.OfType<IRecipeLaw>().Select(static law => law.Info.Id).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Ids))]
    public void Recipe_OfARoutedModel_IsNoneOrTransfersShapeAlone(string id)
    {
        var routed = Question with { Model = Question.Model with { Total = new(10 * Question.Model.Total.Count) }, Tokens = new(2e10), Batch = new(5e5) };

        Assert.Equal(id is "completep-2025", Law(id).Recipe(routed).HasValue);
    }

    [Theory]
    [InlineData("nanochat-2026", true)]
    [InlineData("olmo-ladder", true)]
    [InlineData("deepseek-2024", true)]
    [InlineData("step-law-2025", false)]
    [InlineData("muon-2025", false)]
    [InlineData("marin-2025", false)]
    [InlineData("completep-2025", false)]
    public void Recipe_WithoutTokens_HasItsOwnOrSaysThatItHasNone(string id, bool own)
    {
        var recipe = Law(id).Recipe(Question);

        Assert.Equal(own, recipe.HasValue);
        Assert.True(own || recipe.WhyNone!.Contains("tokens", StringComparison.Ordinal), recipe.WhyNone);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Recipe_AtGivenTokensAndBatch_HasThem(string id)
    {
        var recipe = Law(id).Recipe(Question with { Tokens = new(2e10), Batch = new(262_144) }).Value;

        Assert.Equal(2e10, recipe.Tokens.Count);
        Assert.Equal(262_144, recipe.Batch.Count);
    }

    // Its cosine ends at 1e-5, whatever the peak.
    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(4)]
    public void StepLaw_AtAnotherBatch_EndsAtItsOwnRate(double times)
    {
        var own = Law("step-law-2025").Recipe(Question with { Tokens = new(2e10) }).Value;
        var moved = Law("step-law-2025").Recipe(Question with { Tokens = new(2e10), Batch = new(times * own.Batch.Count) }).Value;

        Near.Relative(1e-5, moved.LearningRate!.Value * moved.LastOverPeak!.Value, 1e-12);
    }

    [Theory]
    [InlineData("olmo-ladder")]
    [InlineData("deepseek-2024")]
    [InlineData("step-law-2025")]
    [InlineData("muon-2025")]
    [InlineData("nanochat-2026")]
    public void Recipe_AtFourTimesItsBatch_TakesTwiceTheRate(string id)
    {
        var own = Law(id).Recipe(Question with { Tokens = new(2e10) }).Value;
        var moved = Law(id).Recipe(Question with { Tokens = new(2e10), Batch = new(4 * own.Batch.Count) }).Value;

        Near.Relative(2, moved.LearningRate!.Value / own.LearningRate!.Value, 1e-12);
        Assert.True(own.WeightDecay is null || Math.Abs((moved.WeightDecay!.Value / own.WeightDecay.Value) - 2) < 1e-12, "the decay follows the root of the batch");
        Assert.Contains(moved.Notes, static note => note.Contains("moved", StringComparison.Ordinal));
    }

    // The script takes the tokens of its reference run by the same ratio.
    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Nanochat_AtOtherTokens_ChangesNeitherBatchRateNorDecay(double times)
    {
        var own = Nanochat2026.Law.Recipe(Question).Value;
        var moved = Nanochat2026.Law.Recipe(Question with { Tokens = new(times * own.Tokens.Count) }).Value;

        Assert.Equal(own.Batch, moved.Batch);
        Assert.Equal(own.LearningRate, moved.LearningRate);
        Near.Relative(own.WeightDecay!.Value, moved.WeightDecay!.Value, 1e-8);
    }

    // The decay of the script is that of a ratio of 12: at 8 tokens per parameter, the speed run, it is the same.
    [Fact]
    public void Nanochat_OfDepth24AtEightTokensPerParameter_HasThePublishedDecay() =>
        Near.Relative(0.0597384, Nanochat2026.Law.Recipe(24, 8).Value.WeightDecay!.Value, 1e-5);

    [Theory]
    [InlineData(524_287, 0.99)]
    [InlineData(524_288, 0.95)]
    [InlineData(4_194_304, 0.95)]
    [InlineData(262_144, 0.99)]
    public void OlmoLadder_AtAGivenBatch_TakesTheBeta2OfThatBatch(double batch, double beta2) =>
        Assert.Equal(beta2, OlmoLadder.Law.Recipe(Question with { Tokens = new(2e10), Batch = new(batch) }).Value.Beta2);

    // T_epoch divides by the tokens: an equation without them is not it, and the text says that the tokens move no decay.
    [Theory, MemberData(nameof(Ids))]
    public void Equation_CalledTEpoch_TakesTheTokens(string id) => Assert.All(
        Law(id).Info.Equations.Where(static equation => equation.Number is "T_epoch"),
        static equation => Assert.Contains(equation.Inputs, static symbol => symbol.Name is "D"));

    [Theory]
    [InlineData("olmo-ladder")]
    [InlineData("deepseek-2024")]
    [InlineData("muon-2025")]
    public void Recipe_MovedToAnotherBatch_SaysThatTheTokensMoveNoDecay(string id)
    {
        var recipe = Law(id).Recipe(Question with { Tokens = new(2e10), Batch = new(262_144) }).Value;

        Assert.Contains(recipe.Notes, static note => note.Contains("the tokens of the run do not move the decay", StringComparison.Ordinal));
    }

    [Fact]
    public void OlmoLadder_Tokens_AreTheNearestWholeBatches()
    {
        var recipe = OlmoLadder.Law.Recipe(new(1.9e8), 1).Value;

        Assert.Equal(0, recipe.Tokens.Count % recipe.Batch.Count);
        Assert.True(Math.Abs(recipe.Tokens.Count - (20 * 1.9e8)) <= recipe.Batch.Count / 2);
    }

    [Theory]
    [InlineData(3.99e8, 8.92e9, 9.503e-4, 96)]
    [InlineData(5.45e8, 1.404e10, 9.143e-4, 128)]
    [InlineData(8.22e8, 2.076e10, 8.825e-4, 160)]
    [InlineData(1.1e9, 2.854e10, 8.561e-4, 192)]
    [InlineData(1.5e9, 3.891e10, 8.305e-4, 256)]
    public void Muon_TunedRunsOfThePaper_AreMet(double n, double d, double rate, double sequences)
    {
        var recipe = Muon2025.Law.Recipe(new(Question.Model with { NonEmbedding = new(n) }) { Tokens = new(d) });

        Assert.True(recipe.Outside.Inside, recipe.Outside.ToString());
        Near.Relative(rate, recipe.Value.LearningRate!.Value, 0.002);
        Near.Relative(sequences * 8192, recipe.Value.Batch.Count, 0.045);
    }

    private static IRecipeLaw Law(string id) => (IRecipeLaw)LawRegistry.Find(id)!;
}
