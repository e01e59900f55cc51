using System.Globalization;
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
    [InlineData("""{ "model": { "parameters": "7K" }, "data": { "tokens": "1T" } }""", "if billions are meant, write \"parameters\": \"7B\"")]
    [InlineData("""{ "model": { "parameters": "50K" }, "data": { "tokens": "1T" } }""", "if billions are meant, write \"parameters\": \"50B\"|if millions are meant, write \"parameters\": \"50M\"")]
    [InlineData("""{ "model": { "parameters": "7B" }, "data": { "tokens": "5000T" } }""", "state the tokens with their unit, such as 1.4T")]
    [InlineData("""{ "model": { "parameters": "7B" }, "data": { "tokens": "1.4M" } }""", "if trillions are meant, write \"tokens\": \"1.4T\"|if training starts from trained weights, say so")]
    [InlineData("""{ "model": { "parameters": "1B" }, "budget": { "flops": 1e24 } }""", "state a larger model, or less compute")]
    [InlineData("""{ "data": { "tokens": "1B" }, "budget": { "flops": 1e23 } }""", "if trillions are meant, write \"tokens\": \"1T\"|state more tokens, or less compute")]
    [InlineData("""{ "model": { "parameters": "100M" }, "data": { "tokens": "5B", "unique_tokens": 4 } }""", "if billions are meant, write \"unique_tokens\": \"4B\"")]
    [InlineData("""{ "model": { "parameters": "7B" }, "data": { "tokens": "1.4T", "unique_tokens": 1400 } }""", "if trillions are meant, write \"unique_tokens\": \"1.4T\"")]
    [InlineData("""{ "model": { "parameters": "7B" }, "data": { "tokens": "1.4T", "unique_tokens": "1.4M" } }""", "if trillions are meant, write \"unique_tokens\": \"1.4T\"")]
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

    [Theory]
    [InlineData("\"batch_tokens\": \"20B\"", "a batch of 20B tokens leaves 1 step to the 20B tokens of the run")]
    [InlineData("\"learning_rate\": 1e-6", "far below the lowest that is published")]
    [InlineData("\"learning_rate\": 5e-6", "far below the lowest that is published")]
    [InlineData("\"dropout\": 0.9", "a dropout of '0.9' is above that of any published run")]
    [InlineData("\"steps\": 40000, \"batch_tokens\": \"0.5M\", \"warmup_steps\": 50000", "does not end within the 40,000 steps")]
    public void Recipe_ThatNoRunHas_IsAWarning(string training, string headline) =>
        Assert.Contains(headline, TheFinding("SCALE0008", Run($$"""{ "model": { "parameters": "1B" }, "data": { "tokens": "20B" }, "training": { {{training}} } }""")).Headline, StringComparison.Ordinal);

    /// <summary>70 epochs of the likely unit have a warning of their own: it is named, and not a help.</summary>
    [Fact]
    public void UniqueTokensWithoutTheirUnit_NameTheLikelyOne() => Assert.Contains("it is 20B",
        TheFinding("SCALE0008", Run("""{ "model": { "parameters": "7B" }, "data": { "tokens": "1.4T", "unique_tokens": 20 } }""")).Because[0], StringComparison.Ordinal);

    [Fact]
    public void FineTuning_AtTheRateOfNoPreTraining_IsASuggestion() => Assert.Equal(
        ScalingSdk.Diagnostics.Severity.Suggestion,
        TheFinding("SCALE0008", Run("""{ "model": { "parameters": "7B" }, "data": { "tokens": "10M" }, "training": { "start": "pretrained", "learning_rate": 1e-3 } }""")).Severity);

    [Fact]
    public void Utilization_BelowThatOfAnyRun_IsASuggestion() => Assert.Equal(
        ScalingSdk.Diagnostics.Severity.Suggestion,
        TheFinding("SCALE0008", Run("""{ "model": { "parameters": "7B" }, "data": { "tokens": "140B" }, "hardware": { "accelerator": "H100-SXM", "count": 64, "utilization": "2%" } }""")).Severity);

    /// <summary>A copy of the model takes at least one sequence: devices beyond them idle, and a time that counts them is none.</summary>
    [Theory]
    [InlineData("1B", "20B", 16384, """ "training": { "batch_tokens": "0.5M" },""")]
    [InlineData("7B", "140B", 100000, "")]
    public void Devices_MoreThanAStepCanUse_AreAFindingAndHaveNoTime(string size, string tokens, int count, string training)
    {
        string Spec(int devices) => $$"""{ "model": { "parameters": "{{size}}" }, "data": { "tokens": "{{tokens}}" },{{training}} "hardware": { "accelerator": "H100-SXM", "count": {{devices.ToString(CultureInfo.InvariantCulture)}} } }""";
        var result = Run(Spec(count));
        var finding = TheFinding("SCALE0008", result);
        Assert.Contains("devices are more than", finding.Headline, StringComparison.Ordinal);
        Assert.Null(result.Plan!.Find(HardwareFigures.Hours));

        var most = (int)result.Plan.Hardware!.Usable!.Most;
        Assert.StartsWith("use at most", finding.Help[0].Text, StringComparison.Ordinal);
        Assert.Empty(Of("SCALE0008", Run(Spec(most))));
        Assert.NotNull(Run(Spec(most)).Plan!.Find(HardwareFigures.Hours));
    }

    /// <summary>Experiments on one device, and the smallest model of Qwen3 on its 36T tokens.</summary>
    [Theory]
    [InlineData("1M", "500M", "\"batch_tokens\": \"20K\"")]
    [InlineData("10K", "10M", "\"batch_tokens\": \"4K\", \"sequence_length\": 256")]
    [InlineData("7K", "1B", "\"learning_rate\": 1e-3")]
    [InlineData("0.6B", "36T", "\"learning_rate\": 1e-3")]
    [InlineData("175B", "300B", "\"learning_rate\": 6e-5")]
    [InlineData("120B", "450B", "\"learning_rate\": 7e-6")]
    public void SmallExperiment_OrAPublishedRun_IsNoMistake(string size, string tokens, string training) =>
        Assert.Empty(Of("SCALE0008", Run($$"""{ "model": { "parameters": "{{size}}" }, "data": { "tokens": "{{tokens}}" }, "training": { {{training}} } }""")));

    /// <summary>Fine-tuning takes few tokens and low rates.</summary>
    [Fact]
    public void FineTuning_OnFewTokensAtALowRate_IsNoMistake() =>
        Assert.Empty(Run("""{ "model": { "parameters": "8B" }, "data": { "tokens": 5000 }, "training": { "start": "pretrained", "learning_rate": 5e-7 } }""").Findings);
}
