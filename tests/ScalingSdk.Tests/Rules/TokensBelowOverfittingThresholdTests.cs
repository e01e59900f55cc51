using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class TokensBelowOverfittingThresholdTests
{
    private static string Gpt2Small(string data) => $$"""{ "model": {{Gpt2SmallModel}}, "data": {{data}} }""";

    [Fact]
    public void RepeatedTokens_BelowTheThreshold_SayWhatTheyCostAndWhatToType()
    {
        var finding = TheFinding(Run(Gpt2Small("""{ "tokens": "10B", "unique_tokens": "2B" }""")));

        Assert.Equal(
            "'2B' unique tokens x 5 epochs are below the overfitting threshold of 3.69B for 84.9M non-embedding weights (kaplan-2020).\n"
            + "because: the best loss stays about 3.6 % above that of unlimited data (kaplan-2020 eq. 4.3; the 2 % bound, eq. 4.4, is 3.69B).\n"
            + "because: the best size and epochs on these tokens reach this loss with 16 % less compute (muennighoff-2023).\n"
            + "because: repetition reduces 10B tokens to the value of 9.04B unique tokens, and the last one is worth 77 % of a unique one (muennighoff-2023).\n"
            + "help: add 1.69B unique tokens: the loss falls from 3.03 to 3.02.\n"
            + "help: for these 2B tokens, train 220M parameters for 2.83 epochs (5.65B tokens): the loss falls by 0.0316 (muennighoff-2023).",
            finding.Text);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void RepeatedTokens_WhoseThresholdLiesBeyondTheRun_AreNotAskedToBeMoreThanIt() =>
        Assert.DoesNotContain(
            TheFinding("SCALE1001", Run("""{ "model": { "parameters": "7B" }, "data": { "tokens": "10B", "unique_tokens": "5B" } }""")).Help,
            static help => help.Text.Contains("unique tokens", StringComparison.Ordinal) && help.Text.StartsWith("add", StringComparison.Ordinal));

    [Fact]
    public void Finding_StandsOnTheUniqueTokens()
    {
        var text = Gpt2Small("""{ "tokens": "10B", "unique_tokens": "2B" }""");

        Assert.Equal("\"2B\"", Underlined(text, TheFinding(Run(text))));
    }

    [Fact]
    public void SinglePass_BelowTheThreshold_SpeaksOfTheSizeAndOfTheAssumption()
    {
        var finding = TheFinding(Run(Gpt2Small("""{ "tokens": "1B" }""")));

        Assert.Equal("SCALE1006", finding.Rule.Id);
        Assert.Contains("in a single pass", finding.Text, StringComparison.Ordinal);
        Assert.Contains("assumed", finding.Text, StringComparison.Ordinal);
        Assert.Contains("less compute", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SinglePass_OfTheOptimalSize_SpeaksOfNoComputeSaved()
    {
        var finding = TheFinding("SCALE1006", Run("""{ "model": { "parameters": "500M" }, "data": { "tokens": "12B" } }"""));

        Assert.Equal(("SCALE1006", Severity.Suggestion), (finding.Rule.Id, finding.Severity));
        Assert.DoesNotContain("less compute", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void DerivedTokens_AreNotQuotedAsIfTyped()
    {
        var finding = TheFinding(Run(Gpt2Small("""{ "tokens": "10B", "epochs": 5 }""")));

        Assert.StartsWith("2B unique tokens x 5 epochs", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3685469777", true)]
    [InlineData("3685469778", false)]
    public void Threshold_IsExact(string unique, bool warns) =>
        Assert.Equal(warns, Of("SCALE1001", Run(Gpt2Small($$"""{ "tokens": "10B", "unique_tokens": {{unique}} }"""))).Any());
}
