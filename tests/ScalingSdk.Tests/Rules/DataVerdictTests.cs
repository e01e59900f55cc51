using ScalingSdk.Reports;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

/// <summary>About its data a spec gets one verdict; which, and how grave.</summary>
public sealed class DataVerdictTests
{
    private static SpecResult Gpt2(string data, string more = "") => Run($$"""{ "model": {{Gpt2SmallModel}}, "data": {{data}}{{more}} }""");

    private static SpecResult Nominal(string parameters, string data) => Run($$"""{ "model": { "parameters": "{{parameters}}" }, "data": {{data}} }""");

    private static string[] Verdicts(SpecResult result) =>
        [.. result.Findings.Where(finding => finding.Rule.Id is "SCALE1001" or "SCALE1002" or "SCALE1003" or "SCALE1004" or "SCALE1006").Select(finding => $"{finding.Rule.Id} {finding.Severity}")];

    [Theory]
    [InlineData("124M", """{ "unique_tokens": "10M", "epochs": 80 }""", "SCALE1004 Warning")]
    [InlineData("124M", """{ "unique_tokens": "10M", "epochs": 8 }""", "SCALE1001 Warning")]
    [InlineData("175B", """{ "tokens": "300B" }""", "SCALE1006 Warning")]
    [InlineData("405B", """{ "tokens": "2.5T" }""", "SCALE1002 Suggestion")]
    [InlineData("10T", """{ "tokens": "22T" }""", "SCALE1002 Warning")]
    [InlineData("124M", """{ "unique_tokens": "6B", "epochs": 17 }""", "SCALE1003 Warning")]
    [InlineData("124M", """{ "unique_tokens": "6B", "epochs": 10 }""", "SCALE1003 Suggestion")]
    public void Verdict_IsTheFirstThatHolds(string parameters, string data, string verdict) =>
        Assert.Equal([verdict], Verdicts(Nominal(parameters, data)));

    [Theory]
    [InlineData("124M", """{ "unique_tokens": "6B", "epochs": 4.5 }""")]
    [InlineData("7B", """{ "tokens": "2T" }""")]
    [InlineData("8B", """{ "tokens": "15T" }""")]
    [InlineData("70B", """{ "tokens": "1.4T" }""")]
    public void Choice_OfEnoughTokens_IsNoFinding(string parameters, string data) => Assert.Empty(Nominal(parameters, data).Findings);

    [Theory]
    [InlineData("16", "Suggestion")]
    [InlineData("16.001", "Warning")]
    public void Epochs_AtTheLine_AreMild(string epochs, string severity) =>
        Assert.Equal([$"SCALE1003 {severity}"], Verdicts(Nominal("124M", $$"""{ "unique_tokens": "6B", "epochs": {{epochs}} }""")));

    [Theory]
    [InlineData("4.6", "up to 4 epochs the loss is that of unique tokens; write 4 epochs, or add unique tokens")]
    [InlineData("16", "up to 4 epochs the loss is that of unique tokens; add unique tokens")]
    [InlineData("17", "beyond 16 epochs another one bought little, up to 4 epochs the loss is that of unique tokens; add unique tokens")]
    [InlineData("41", "beyond 40 epochs another one bought nothing, up to 4 epochs the loss is that of unique tokens; add unique tokens")]
    public void Epochs_BeyondTheLines_SayWhatTheyBoughtAndWhatToWrite(string epochs, string end) =>
        Assert.EndsWith(end, TheFinding("SCALE1003", Nominal("124M", $$"""{ "unique_tokens": "6B", "epochs": {{epochs}} }""")).Message, StringComparison.Ordinal);

    // r of 405B is D / 6.84T.
    [Theory]
    [InlineData("3.40T", 1)]
    [InlineData("3.44T", 0)]
    public void Tokens_AtHalfOfTheOptimum_AreEnough(string tokens, int findings) =>
        Assert.Equal(findings, Verdicts(Nominal("405B", $$"""{ "tokens": "{{tokens}}" }""")).Length);

    [Theory]
    [InlineData("405B", """{ "tokens": "2.5T" }""", "the tokens are worth 37 % of the 6.84T that are compute-optimal for this size (besiroglu-2024; the threshold is 50 %, extrapolated by ")]
    [InlineData("10T", """{ "tokens": "22T" }""", "(besiroglu-2024; the threshold is 25 %, extrapolated by ")]
    [InlineData("405B", """{ "tokens": "2.5T", "epochs": 1.2 }""", "2.5T tokens, worth ")]
    public void TooFewTokens_SayWhatIsMissingAndByWhichThreshold(string parameters, string data, string says) =>
        Assert.Contains(says, TheFinding("SCALE1002", Nominal(parameters, data)).Text, StringComparison.Ordinal);

    [Fact]
    public void OtherReasons_AreClausesOfTheVerdict()
    {
        var finding = TheFinding(Nominal("124M", """{ "unique_tokens": "10M", "epochs": 80 }"""));

        Assert.Contains("turns up after about 4.14 to 11.1 epochs", finding.Text, StringComparison.Ordinal);
        Assert.Contains("kaplan-2020 eq. 4.3", finding.Text, StringComparison.Ordinal);
        Assert.Contains("compute-optimal for this size (besiroglu-2024; ", finding.Text, StringComparison.Ordinal);
        Assert.Contains("muennighoff-2023", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10B")]
    [InlineData("40B", "SCALE1003 Warning")]
    public void SilencedVerdict_SilencesSuggestionsWithIt(string tokens, params string[] verdicts) => Assert.Equal(
        verdicts,
        Verdicts(Gpt2($$"""{ "tokens": "{{tokens}}", "unique_tokens": "2B" }""", """, "suppress": { "SCALE1001": "all there is" }""")));

    [Fact]
    public void RiseOfTheLoss_IsExpectedFromTheMeasuredEpochsOn()
    {
        // U/N = 0.5: 70 x 0.5^0.73 = 42.2 epochs, the highest of the recipes; it is good to a factor of two.
        Assert.Equal(["SCALE1001 Warning"], Verdicts(Nominal("100M", """{ "unique_tokens": "50M", "epochs": 84 }""")));
        Assert.Equal(["SCALE1004 Warning"], Verdicts(Nominal("100M", """{ "unique_tokens": "50M", "epochs": 85 }""")));
    }

    [Fact]
    public void RiseOfTheLoss_IsNeverExpectedAtOnePointFourUniqueTokensPerParameter() =>
        Assert.Equal(["SCALE1001 Warning"], Verdicts(Nominal("100M", """{ "unique_tokens": "140M", "epochs": 9000 }""")));

    [Fact]
    public void UnstatedUniqueTokens_NeverRiseNorRepeat() => Assert.Equal(["SCALE1006 Warning"], Verdicts(Nominal("100B", """{ "tokens": "200M" }""")));

    [Fact]
    public void DataLargerThanTheRun_IsNoContradiction() =>
        Assert.Empty(Nominal("1.56B", """{ "tokens": "33.6B", "unique_tokens": "100B" }""").Findings);

    [Fact]
    public void DataSmallerThanItsTokensClaim_IsOneErrorOnTheEpochs()
    {
        const string Data = """{ "tokens": "10B", "unique_tokens": "2B", "epochs": 1 }""";

        var finding = TheFinding(Gpt2(Data));

        Assert.Equal("SCALE0004", finding.Rule.Id);
        Assert.Contains("not the '10B' of 'tokens'", finding.Text, StringComparison.Ordinal);
    }

    /// <summary>4T unique tokens are there to be trained on: what a run of 20B wants of them is a matter of compute alone.</summary>
    [Theory]
    [InlineData("1B", "20B", null)]
    [InlineData("175B", "300B", "SCALE1002")]
    public void Verdict_OfARunThatEndsBeforeItsData_IsNotOfTheThreshold(string size, string tokens, string? expected) => Assert.Equal(expected,
        Run($$"""{ "model": { "parameters": "{{size}}" }, "data": { "tokens": "{{tokens}}", "unique_tokens": "4T" } }""").Findings.SingleOrDefault()?.Rule.Id);

    /// <summary>1B unique tokens take 6.5 % of 1e21 FLOP: what becomes of the rest is said.</summary>
    [Fact]
    public void Plan_OfABudgetThatFewTokensDoNotTake_SaysSo() => Assert.Contains(
        PlanNotes.WhatHolds(Run("""{ "data": { "unique_tokens": "1B" }, "budget": { "flops": 1e21 } }""").Plan!),
        static note => note.StartsWith("the run takes 6.5 % of the budget", StringComparison.Ordinal));
}
