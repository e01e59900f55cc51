using ScalingSdk.Planning;
using ScalingSdk.Reports;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

/// <summary>Values that no run has: one finding each, the likely unit, and no law asked.</summary>
public sealed class ImplausibleMagnitudeTests
{
    [Theory]
    [InlineData("""{ "model": { "parameters": 7 }, "data": { "tokens": "1T" } }""", "if billions are meant, write \"parameters\": \"7B\"")]
    [InlineData("""{ "model": { "parameters": 124 }, "data": { "tokens": "10B" } }""", "if millions are meant, write \"parameters\": \"124M\"")]
    [InlineData("""{ "model": { "parameters": 7 } }""", "if millions are meant, write \"parameters\": \"7M\"|if billions are meant, write \"parameters\": \"7B\"")]
    [InlineData("""{ "model": { "parameters": "47B", "active_parameters": 13 }, "data": { "tokens": "1T" } }""", "if billions are meant, write \"active_parameters\": \"13B\"")]
    [InlineData("""{ "model": { "parameters": "7B" }, "data": { "tokens": 15 } }""", "if trillions are meant, write \"tokens\": \"15T\"")]
    [InlineData("""{ "model": { "parameters": "7B" }, "data": { "tokens": 300 } }""", "if billions are meant, write \"tokens\": \"300B\"")]
    [InlineData("""{ "model": { "parameters": "500T" } }""", "state the size with its unit, such as 7B")]
    [InlineData("""{ "model": { "parameters": "7B" }, "data": { "tokens": 5e16 } }""", "state the tokens with their unit, such as 1.4T")]
    [InlineData("""{ "budget": { "flops": 1e30 } }""", "state the compute of the whole run in FLOP, such as 1e21")]
    [InlineData("""{ "budget": { "target_loss": 12 } }""", "if it is a perplexity, write \"target_loss\": 2.48")]
    public void Magnitude_ThatNoRunHas_NamesTheLikelyUnitAndAsksNoLaw(string spec, string help)
    {
        var result = Run(spec);

        var finding = Assert.Single(result.Findings);
        Assert.Equal("SCALE0008", finding.Rule.Id);
        Assert.Equal(help, string.Join('|', finding.Help.Select(static one => one.Text)));
        Assert.Null(result.Plan!.Find(LossFigures.PredictedLoss));
        Assert.Null(result.Plan.Find(BatchFigures.ProposedBatchTokens));
        Assert.Null(result.Plan.Find(LearningRateFigures.ProposedLearningRateLow));
        Assert.Contains(PlanNotes.WhatHolds(result.Plan), static note => note.StartsWith("no run has these magnitudes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"learning_rate\": 6", "is above that of any published run")]
    [InlineData("\"learning_rate\": 6e-7", "is far below the lowest that is published")]
    [InlineData("\"batch_tokens\": \"20B\"", "a batch of 20B tokens is larger than the 10B tokens of the run")]
    public void RateOrBatch_ThatNoRunHas_IsOneFinding(string training, string headline)
    {
        var finding = Assert.Single(Run($$"""{ "model": { "parameters": "124M" }, "data": { "tokens": "10B" }, "training": { {{training}} } }""").Findings);

        Assert.Equal("SCALE0008", finding.Rule.Id);
        Assert.Contains(headline, finding.Headline, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Help);
    }

    /// <summary>Fine-tuning takes few tokens and low rates.</summary>
    [Fact]
    public void FineTuning_OnFewTokensAtALowRate_IsNoMistake() =>
        Assert.Empty(Run("""{ "model": { "parameters": "8B" }, "data": { "tokens": 5000 }, "training": { "start": "pretrained", "learning_rate": 5e-7 } }""").Findings);
}
