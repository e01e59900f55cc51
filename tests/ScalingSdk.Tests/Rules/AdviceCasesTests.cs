using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

/// <summary>Runs on which an expert knows what to say, and what must not be said.</summary>
public sealed class AdviceCasesTests
{
    private const string FineTune = """{ "model": { "parameters": "7B" }, "data": { "tokens": "10M", "epochs": 3 }, "training": { "start": "pretrained", "learning_rate": 2e-5, "batch_sequences": 64, "sequence_length": 2048, "schedule": "constant" } }""";

    [Fact]
    public void FineTuning_GetsNoAdviceOfPreTraining() => Assert.Empty(Run(FineTune).Findings);

    [Fact]
    public void FineTuning_KeepsTheStatedRateAndHasNoTokensPerParameter()
    {
        var plan = Run(FineTune).Plan!;

        var answers = PlanAnswers.Of(plan);

        Assert.Contains(answers, static answer => answer is { Title: PlanAnswers.Rate, Value: "2e-5" });
        Assert.DoesNotContain(answers, static answer => answer.Title.StartsWith("tokens per", StringComparison.Ordinal));
        Assert.DoesNotContain(PlanNotes.Of(plan), static note => note.StartsWith("no learning rate", StringComparison.Ordinal));
    }

    [Fact]
    public void FineTuning_ThatIsNotCalledSo_IsAskedForFirst()
    {
        var finding = TheFinding("SCALE1004", Run("""{ "model": { "parameters": "7B" }, "data": { "tokens": "10M", "epochs": 3 } }"""));

        Assert.Equal("\"start\": \"pretrained\"", finding.Help[0].Typed);
        Assert.DoesNotContain(finding.Help, static help => help is Improvement);
        Assert.Contains("stop after 1 epoch", finding.Help.Select(static help => help.Text), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("46.7B", "12.9B", 7.73e11)]
    [InlineData("671B", "37B", 2.14e12)]
    public void RoutedSizeAlone_GetsTokensBatchAndRateOfLing(string size, string active, double tokens)
    {
        var plan = Run($$"""{ "model": { "parameters": "{{size}}", "active_parameters": "{{active}}" } }""").Plan!;

        Assert.Equal(tokens, plan.Run!.Tokens.Count, 0.01 * tokens);
        Assert.Equal("ling-2025", plan.Run.TokensSource.Law);
        Assert.True(plan.Batch.Steps is { Count: > 10_000 }, "a routed model of a size alone has no steps");
        Assert.True(plan.LearningRate!.Middle.HasValue, "a routed model of a size alone has no learning rate");
    }

    [Fact]
    public void RoutedSizeAlone_WithFewerUniqueTokens_SeesEachOnce() =>
        Assert.Equal(1e11, Run("""{ "model": { "parameters": "46.7B", "active_parameters": "12.9B" }, "data": { "unique_tokens": "100B" } }""").Plan!.Run!.Tokens.Count);

    [Fact]
    public void RoutedTargetLoss_IsRefusedWithoutADenseLaw()
    {
        var finding = Assert.Single(Run("""{ "model": { "parameters": "16B", "active_parameters": "2.4B" }, "budget": { "target_loss": 2.0 } }""").Findings);

        Assert.Contains("no law here says how many tokens a model with experts takes", finding.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void SizeByExperts_SaysWhatIsMeant() => Assert.Contains(
        "'8x7B' names the experts, not the parameters",
        Assert.Single(Run("""{ "model": { "parameters": "8x7B" }, "data": { "tokens": "1T" } }""").Findings).Headline, StringComparison.Ordinal);

    /// <summary>Kim et al. 2025: under a tuned decay larger models keep improving on the same tokens.</summary>
    [Fact]
    public void TunedDecay_IsNotToldToShrinkTheModel()
    {
        var finding = TheFinding("SCALE1001", Run("""{ "model": { "parameters": "2.7B" }, "data": { "unique_tokens": "100M", "epochs": 10 }, "training": { "weight_decay": 1.6, "dropout": 0.1 } }"""));

        Assert.DoesNotContain(finding.Help, static help => help is Improvement);
        Assert.Contains(finding.Because, static line => line.Contains("kim-2025", StringComparison.Ordinal));
    }

    [Fact]
    public void Regularisation_IsToldWhereItMovesTheTurn()
    {
        string[] Because(string training) => [.. TheFinding("SCALE1001", Run($$"""{ "model": { "parameters": "124M" }, "data": { "unique_tokens": "100M", "epochs": 28 }{{training}} }""")).Because];

        Assert.Contains(Because(""), static line => line.StartsWith("regularisation moves the turn of the loss: after about 10.4 epochs with a weight decay of 0.1 alone, after 26", StringComparison.Ordinal));
        Assert.DoesNotContain(Because(""", "training": { "weight_decay": 1.6, "dropout": 0.1 }"""), static line => line.StartsWith("regularisation", StringComparison.Ordinal));
    }

    [Fact]
    public void Regularisation_IsNotToldWhereNothingTurns() => Assert.DoesNotContain(
        TheFinding("SCALE1001", Run("""{ "model": { "parameters": "20B" }, "data": { "unique_tokens": "80B", "epochs": 4 } }""")).Because,
        static line => line.StartsWith("regularisation", StringComparison.Ordinal));

    /// <summary>Measured turns: 28.6 epochs of shakespeare-char (nanoGPT issue 493), none to 20 epochs of 2.7B on 100M tokens with decay 1.6 and dropout.</summary>
    [Theory]
    [InlineData("shakespeare", 28.6, false)]
    [InlineData("shakespeare", 82, true)]
    [InlineData("baseline", 12, false)]
    [InlineData("baseline", 20, false)]
    [InlineData("baseline", 60, true)]
    [InlineData("babylm", 10, false)]
    public void Rise_AtMeasuredEpochs_IsExpectedPastTheTurnAlone(string run, double epochs, bool rises)
    {
        var spec = run switch
        {
            "shakespeare" => """{ "model": { "parameters": "10.8M" }, "data": { "unique_tokens": "1.0M", "epochs": EPOCHS }, "training": { "weight_decay": 0.1, "dropout": 0.2 } }""",
            "baseline" => """{ "model": { "parameters": "2.7B" }, "data": { "unique_tokens": "100M", "epochs": EPOCHS }, "training": { "weight_decay": 1.6, "dropout": 0.1 } }""",
            _ => """{ "model": { "parameters": "125M" }, "data": { "unique_tokens": "140M", "epochs": EPOCHS }, "training": { "weight_decay": 0.1 } }""",
        };

        var rules = Run(spec.Replace("EPOCHS", epochs.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)).Findings.Select(static finding => finding.Rule.Id);

        Assert.Equal(rises, rules.Contains("SCALE1004", StringComparer.Ordinal));
    }

    /// <summary>nanoGPT issue 493: the measured minimum is at about 28 epochs, so that another size must beat that, not an earlier turn.</summary>
    [Fact]
    public void Improvement_PastTheTurn_BeatsTheBestThatTheRunCouldReach()
    {
        var plan = Run("""{ "model": { "parameters": "124M" }, "data": { "unique_tokens": "100M", "epochs": 28 }, "training": { "dropout": 0.2, "weight_decay": 0.1 } }""").Plan!;

        Assert.False(plan.Data!.LawHolds, "the case is none past the turn");
        Assert.Equal(28, Math.Min(plan.Data.Turn.Most, plan.Data.Epochs));
    }

    [Fact]
    public void FewerEpochs_ThatCostMuchLoss_DoNotComeFirst()
    {
        var finding = TheFinding("SCALE1003", Run("""{ "model": { "parameters": "3.7M" }, "data": { "tokens": "10B", "unique_tokens": "500M" } }"""));

        Assert.Equal("add unique tokens", finding.Help[0].Text);
        Assert.Contains("the loss rises", finding.Help[^1].Effect, StringComparison.Ordinal);
    }

    [Fact]
    public void Magnitude_ThatNoRunHas_GetsThatFindingAndNoLoss()
    {
        var result = Run("""{ "model": { "parameters": 7 }, "data": { "tokens": "1T" } }""");

        Assert.Equal("SCALE0008", Assert.Single(result.Findings).Rule.Id);
        Assert.Null(result.Findings[0].Help[0].Effect);
        Assert.Null(result.Plan!.Find(LossFigures.PredictedLoss));
    }

    [Fact]
    public void MoreTokens_ThanABudgetBuys_SayWhatTheyCost() => Assert.StartsWith(
        "the compute rises 7.",
        TheFinding(Run("""{ "model": { "parameters": "7B" }, "budget": { "time": "3 days" }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }""")).Help[^1].Effect, StringComparison.Ordinal);

    /// <summary>Marin 8B trained at this rate and batch; 2e-3 at 4M tokens was unstable.</summary>
    [Theory]
    [InlineData("12.6M", "1.7e-3", 0)]
    [InlineData("4.2M", "1e-3", 0)]
    [InlineData("4.2M", "2e-3", 1)]
    public void Rate_OfMarin_IsWarnedAboutWhereItWasUnstable(string batch, string rate, int findings) => Assert.Equal(
        findings,
        Of("SCALE6001", Run($$"""{ "model": { "parameters": "8.03B" }, "data": { "tokens": "12.7T" }, "training": { "sequence_length": 4096, "batch_tokens": "{{batch}}", "learning_rate": {{rate}} } }""")).Count());
}
