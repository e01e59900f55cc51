using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class UnpaddedVocabularyTests
{
    [Theory]
    [InlineData("50257", "50304")]
    [InlineData("8193", "8256")]
    [InlineData("50303", "50304")]
    [InlineData("50304", null)]
    [InlineData("8192", null)]
    [InlineData("8191", null)]
    [InlineData("65", null)]
    public void Vocabulary_OfManyRows_IsPaddedToTheNextMultiple(string rows, string? padded)
    {
        var text = $$"""{ "model": {{PaddedGpt2.Replace("50304", rows, StringComparison.Ordinal)}}, "data": { "tokens": "10B" } }""";

        var findings = Of("SCALE3001", Run(text)).ToList();

        Assert.Equal(padded is null ? 0 : 1, findings.Count);
        Assert.All(findings, finding =>
        {
            Assert.Equal(Severity.Suggestion, finding.Severity);
            Assert.EndsWith($"write \"vocabulary_size\": {padded}", finding.Message, StringComparison.Ordinal);
            Assert.Equal(rows, Underlined(text, finding));
        });
    }

    [Fact]
    public void Key_IsTheOneThatTheSpecUses()
    {
        var finding = TheFinding("SCALE3001", Run($$"""{ "model": {{PaddedGpt2.Replace("vocabulary_size", "vocab_size").Replace("50304", "50257")}} }"""));

        Assert.EndsWith("\"vocab_size\": 50304", finding.Message, StringComparison.Ordinal);
        Assert.Equal("Write '50304' for 'model.vocab_size'", finding.Remedy!.Title);
    }

    [Fact]
    public void Config_ThatIsNotTheSpecs_HasNoRemedy()
    {
        var finding = TheFinding("SCALE3001", Run("""{ "model": { "config": "config.json" } }""", ("dir/config.json", Llama2Config.Replace("32000", "32001"))));

        Assert.Null(finding.Remedy);
    }
}
