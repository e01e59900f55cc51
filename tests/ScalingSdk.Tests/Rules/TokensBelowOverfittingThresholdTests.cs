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
            + "because: 10B tokens are worth 9.04B fresh ones, and the last one 77 % of a fresh one (muennighoff-2023).\n"
            + "help: add 1.69B unique tokens.\n"
            + "help: use at most 37.2M parameters.",
            finding.Text);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

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

        Assert.Equal("SCALE1001", finding.Rule.Id);
        Assert.Contains("in a single pass", finding.Text, StringComparison.Ordinal);
        Assert.Contains("assumed", finding.Text, StringComparison.Ordinal);
        Assert.Contains("less compute", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SinglePass_OfTheOptimalSize_SpeaksOfNoComputeSaved()
    {
        var finding = TheFinding(Run("""{ "model": { "parameters": "1.6B" }, "data": { "tokens": "30B" } }"""));

        Assert.Equal("SCALE1001", finding.Rule.Id);
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
