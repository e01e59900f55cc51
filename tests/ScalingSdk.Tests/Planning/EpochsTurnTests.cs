using System.Globalization;
using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Planning;

/// <summary>The epochs from which a loss rises, and whose rules they are.</summary>
public sealed class EpochsTurnTests
{
    // 70 (U/N)^0.73 is muennighoff-2023's; the lowest is 3037 U^0.40 N^-0.70.
    [Fact]
    public void Turn_WhoseHighestIsThatOfThePublicRuns_NamesBoth()
    {
        var turn = Turn("1B", "300M");

        Assert.Equal(70 * Math.Pow(0.3, 0.73), turn.Most, 1e-9);
        Assert.Equal(3037 * Math.Pow(3e8, 0.40) * Math.Pow(1e9, -0.70), turn.Fewest, 1e-9);
        Assert.Equal("epochs-turn to muennighoff-2023", turn.Whose);
    }

    [Fact]
    public void Turn_AboveTheLastRatioOfThePublicRuns_IsThatOfEpochsTurn() => Assert.Equal("epochs-turn", Turn("100M", "200M").Whose);

    [Theory]
    [InlineData("50M", true)]
    [InlineData("300M", false)]
    public void Turn_OfFewerUniqueTokensThanTheRuns_IsExtrapolatedInU(string unique, bool outside) =>
        Assert.Equal(outside ? "extrapolated by 2.0x in U" : "inside the observed range", Turn("1B", unique).Outside.ToString());

    // The two-hour record of Slowrun has 22 epochs, and is better than that of 11.
    [Theory]
    [InlineData("muon", 22, false)]
    [InlineData("muon", 60, false)]
    [InlineData("adamw", 60, true)]
    public void Turn_OfAdamW_IsNoWarningUnderMuon(string optimizer, int epochs, bool warned)
    {
        var result = Run($$"""{ "model": { "parameters": "2.7B" }, "data": { "unique_tokens": "100M", "epochs": {{epochs.ToString(CultureInfo.InvariantCulture)}} }, "training": { "optimizer": "{{optimizer}}", "weight_decay": 1.6, "dropout": 0.1 } }""");

        Assert.Equal(warned, Of("SCALE1004", result).Any(static finding => finding.Severity == Severity.Warning));
        Assert.All(Of("SCALE1004", result), finding => Assert.Equal(!warned, finding.Text.Contains("not measured with Muon", StringComparison.Ordinal)));
        Assert.Equal(!warned, result.Findings.Any(static finding => finding.Text.Contains("that is AdamW's", StringComparison.Ordinal)));
    }

    // 300M on 200M tokens turns up after 7.4 epochs: before it, no more decay than the usual 0.1 is known to help.
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(8, true)]
    public void Decay_OverTokensThatRepeatBeforeTheTurn_IsNotRaised(int epochs, bool proposed)
    {
        var plan = Run($$"""{ "model": { "parameters": "300M" }, "data": { "unique_tokens": "200M", "epochs": {{epochs.ToString(CultureInfo.InvariantCulture)}} } }""").Plan!;

        Assert.Equal(proposed, plan.WeightDecay!.Proposed is { HasValue: true, Value: > 0.1 });
        Assert.Equal(!proposed, plan.WeightDecay.Proposed.WhyNone?.Contains("measured in one pass", StringComparison.Ordinal) ?? false);
    }

    private static EpochsTurn Turn(string parameters, string unique) =>
        Run($$"""{ "model": { "parameters": "{{parameters}}" }, "data": { "unique_tokens": "{{unique}}", "epochs": 100 } }""").Plan!.Data!.Turn;
}
