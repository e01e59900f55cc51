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
    public void UniqueTokensAlone_ThatSuffice_ProposeComputeOptimalTokens()
    {
        var plan = Plan("""{ "unique_tokens": "20B" }""");

        Assert.Equal(plan.Find(OptimumFigures.OptimalTokens)!.Number, plan.Find(RunFigures.Tokens)!.Number);
        Assert.Contains(plan.Assumptions, line => line.Contains("'data.tokens' is not stated", StringComparison.Ordinal));
    }

    [Fact]
    public void UniqueTokensAlone_OfNearlyOnePass_ProposeThatPass()
    {
        var plan = Plan("""{ "unique_tokens": "2.9B" }""");

        Assert.Equal(1, plan.Run!.Epochs);
        Assert.Contains(plan.Assumptions, line => line.StartsWith("the run is a single pass", StringComparison.Ordinal));
    }

    [Fact]
    public void UniqueTokensAlone_ThatNoEpochsReconcileWithTheSize_ProposeNothing()
    {
        var result = Run($$"""{ "model": {{Gpt2SmallModel}}, "data": { "unique_tokens": "2B" } }""");

        Assert.Null(result.Plan!.Run);
        Assert.Equal(2e9, result.Plan.Conflict!.Unique.Value);
        Assert.Contains(result.Findings, static finding => finding.Rule.Id is "SCALE1001" && finding.Headline.Contains("'2B' unique tokens", StringComparison.Ordinal));
    }

    [Fact]
    public void SizeAlone_ProposesTheWholeRun()
    {
        var plan = Run("""{ "model": { "parameters": "7B" }, "hardware": { "accelerator": "H100-SXM", "count": 64 } }""").Plan!;

        Assert.Equal(plan.Find(OptimumFigures.OptimalTokens)!.Number, plan.Find(RunFigures.Tokens)!.Number);
        Assert.All([BatchFigures.Steps, BatchFigures.BatchTokens, LearningRateFigures.ProposedLearningRateLow, LossFigures.PredictedLoss, HardwareFigures.Hours], key => Assert.NotNull(plan.Find(key)));
    }

    [Fact]
    public void PretrainedStart_SilencesTheLawsOfPreTraining()
    {
        var result = Run("""{ "model": { "parameters": "7B" }, "data": { "tokens": "10M" }, "training": { "start": "pretrained", "learning_rate": 0.01 }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }""");

        Assert.All(result.Findings, static finding => Assert.Equal("SCALE0008", finding.Rule.Id));
        Assert.Null(result.Plan!.Data);
        Assert.NotNull(result.Plan.Find(HardwareFigures.Hours));
        Assert.Contains(Reports.PlanNotes.Of(result.Plan), static note => note.StartsWith("training starts from trained weights", StringComparison.Ordinal));
    }

    [Fact]
    public void LossOfMuennighoff_HasItsEffectiveSize()
    {
        var plan = Run("""{ "model": { "parameters": "7B" }, "data": { "tokens": "40B", "unique_tokens": "10B" }, "laws": { "allocation": "muennighoff-2023" } }""").Plan!;

        Assert.Equal(plan.EpochWorth.Single(static row => row.Epochs.Equals(4)).Loss.NatsPerToken, plan.Loss!.Loss.Value.NatsPerToken, 1e-12);
    }

    [Fact]
    public void RunPastTheTurn_HasNoPredictedLoss() =>
        Assert.False(Plan("""{ "tokens": "10B", "unique_tokens": "10M" }""").Loss!.Loss.HasValue, "a loss is predicted where the law of repeated tokens does not hold");

    [Fact]
    public void NominalSize_IsPlannedAndSaidToBe()
    {
        var plan = Run("""{ "model": { "parameters": "7B" }, "data": { "tokens": "1T" } }""").Plan!;

        Assert.Equal("7000000000", plan.Find(SizeFigures.TotalParameters)!.Number);
        Assert.Contains(plan.Assumptions, line => line.Contains("nominal", StringComparison.Ordinal));
    }
}
