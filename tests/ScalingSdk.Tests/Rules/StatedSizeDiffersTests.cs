using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class StatedSizeDiffersTests
{
    private static SpecResult Stated(string parameters) => Run($$"""{ "model": {{PaddedGpt2.Replace("}", $", \"parameters\": \"{parameters}\" }}")}} }""");

    private static SpecResult Mixture(string parameters) => Run($$"""
        { "model": { "architecture": "mixtral", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "key_value_heads": 8, "intermediate_size": 14336,
                     "experts": 8, "active_experts": 2, "vocabulary_size": 32000, "context_length": 4096, "parameters": "{{parameters}}" } }
        """);

    // 124.5M in total, 163M in a checkpoint that repeats the tied head, 85.06M without embeddings, 84.93M weights.
    [Theory]
    [InlineData("124M", false)]
    [InlineData("187M", false)]
    [InlineData("188M", true)]
    [InlineData("85M", false)]
    [InlineData("73M", false)]
    [InlineData("72M", true)]
    [InlineData("1.3B", true)]
    public void Size_FartherThanFifteenPercentFromEveryCount_IsAWarning(string parameters, bool found)
    {
        var findings = Stated(parameters).Findings;

        Assert.Equal(found, findings.Count == 1);
        Assert.All(findings, finding =>
        {
            Assert.Equal(("SCALE3003", Severity.Warning), (finding.Rule.Id, finding.Severity));
            Assert.Contains("124M", finding.Text, StringComparison.Ordinal);
        });
    }

    // An integer to the last digit is a count, not a name; 124,475,904 is that of the padded vocabulary.
    [Theory]
    [InlineData("124475904", false)]
    [InlineData("124439808", true)]
    [InlineData("124475905", true)]
    [InlineData("124000000", false)]
    public void Size_StatedToTheLastDigit_IsExact(string parameters, bool found) => Assert.Equal(found, Stated(parameters).Findings.Count == 1);

    [Fact]
    public void Size_BesideAConfig_IsCheckedToo()
    {
        const string Text = """{ "model": { "config": "config.json", "parameters": "70B" } }""";

        var finding = TheFinding(Run(Text, ("dir/config.json", Llama2Config)));

        Assert.Equal("SCALE3003", finding.Rule.Id);
        Assert.Equal("\"70B\"", Underlined(Text, finding));
    }

    [Theory]
    [InlineData("12B")]
    [InlineData("13B")]
    [InlineData("46.7B")]
    public void Size_OfAMixture_IsTotalOrActive(string parameters) => Assert.Empty(Mixture(parameters).Findings);

    [Fact]
    public void Size_FartherThanThat_NamesTheCountsThatThereAre()
    {
        Assert.Contains("give 46.7B, 12.9B of them active, ", TheFinding(Mixture("8B")).Text, StringComparison.Ordinal);
        Assert.Contains("give 124M, 85.1M without embeddings, ", TheFinding(Stated("1.3B")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Size_InAnotherUnit_IsAnError() => Assert.Equal("SCALE0004", TheFinding(Stated("3 days")).Rule.Id);

    // 12.9B of 46.7B are active, 12.7B without the input table.
    [Theory]
    [InlineData("12.9B", false)]
    [InlineData("5B", true)]
    public void ActiveSize_BesideTheDimensions_IsChecked(string active, bool found)
    {
        var findings = Mixture($"46.7B\", \"active_parameters\": \"{active}").Findings;

        Assert.Equal(found, findings.Count == 1);
        Assert.All(findings, static finding => Assert.Contains("'5B' active parameters are stated, but these dimensions give 12.9B", finding.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"architecture\": \"kimi_linear\", ")]
    [InlineData("")]
    public void ActiveSize_OfAStatedSize_IsAFigure(string name)
    {
        var result = Run($$"""{ "model": { {{name}}"parameters": "48B", "active_parameters": "3B" }, "data": { "tokens": "1T" } }""");

        Assert.DoesNotContain(result.Findings, static finding => finding.Rule.Id == "SCALE0002");
        Assert.Equal(3e9, result.Plan!.Find(ScalingSdk.Planning.SizeFigures.ActiveParameters)!.Value);
    }

    [Fact]
    public void ActiveSize_WithoutItsUnit_IsAWarning() => Assert.Contains(
        Run("""{ "model": { "parameters": "116B", "active_parameters": 5 }, "data": { "tokens": "1T" } }""").Findings,
        static finding => finding.Rule.Id == "SCALE0008" && finding.Text.Contains("'5' active parameters is smaller than any that is trained", StringComparison.Ordinal));
}
