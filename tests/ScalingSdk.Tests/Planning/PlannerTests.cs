using ScalingSdk.Planning;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Planning;

public sealed class PlannerTests
{
    private static TrainingPlan Plan(string data, string more = "") =>
        Run($$"""{ "model": {{Gpt2SmallModel}}, "data": {{data}}{{more}} }""").Plan!;

    [Theory]
    [InlineData("total_parameters", "124439808")]
    [InlineData("non_embedding_weights", "84934656")]
    [InlineData("overfitting_threshold_tokens", "3685469778")]
    [InlineData("tokens", "10000000000")]
    [InlineData("epochs", "5")]
    [InlineData("steps", "20000")]
    public void Figure_OfGpt2Small_IsExact(string key, string number) =>
        Assert.Equal(number, Plan("""{ "tokens": "10B", "unique_tokens": "2B" }""", """, "training": { "batch_tokens": "0.5M" }""").Find(key)!.Number);

    [Fact]
    public void Figures_HaveKeysOfTheirOwn()
    {
        var keys = Plan("""{ "tokens": "10B", "unique_tokens": "2B" }""", """, "training": { "batch_tokens": "0.5M" }""").Figures.Select(f => f.Key).ToList();

        Assert.Equal(keys.Distinct(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Figures_NameTheirSourceAndFormula() =>
        Assert.All(Plan("""{ "tokens": "10B" }""").Figures, figure =>
        {
            Assert.NotEmpty(figure.Source);
            Assert.NotEmpty(figure.Formula);
        });

    [Fact]
    public void UniqueTokensAndEpochs_GiveTheTokens() =>
        Assert.Equal("10000000000", Plan("""{ "unique_tokens": "2B", "epochs": 5 }""").Find(RunFigures.Tokens)!.Number);

    [Fact]
    public void TokensAndEpochs_GiveTheUniqueTokens() =>
        Assert.Equal("2000000000", Plan("""{ "tokens": "10B", "epochs": 5 }""").Find(RunFigures.UniqueTokens)!.Number);

    [Fact]
    public void UniqueTokensAlone_ProposeComputeOptimalTokens()
    {
        var plan = Plan("""{ "unique_tokens": "2B" }""");

        Assert.Equal(plan.Find(OptimumFigures.OptimalTokens)!.Number, plan.Find(RunFigures.Tokens)!.Number);
        Assert.Contains(plan.Assumptions, line => line.Contains("'data.tokens' is not stated", StringComparison.Ordinal));
    }

    [Fact]
    public void NoData_StillGivesThresholdAndOptimum()
    {
        var plan = Run($$"""{ "model": {{Gpt2SmallModel}} }""").Plan!;

        Assert.Null(plan.Data);
        Assert.NotNull(plan.Find(DataFigures.OverfittingThresholdTokens));
        Assert.NotNull(plan.Find(OptimumFigures.OptimalTokens));
    }

    [Fact]
    public void NominalSize_IsPlannedAndSaidToBe()
    {
        var plan = Run("""{ "model": { "parameters": "7B" }, "data": { "tokens": "1T" } }""").Plan!;

        Assert.Equal("7000000000", plan.Find(SizeFigures.TotalParameters)!.Number);
        Assert.Contains(plan.Assumptions, line => line.Contains("nominal", StringComparison.Ordinal));
    }
}
