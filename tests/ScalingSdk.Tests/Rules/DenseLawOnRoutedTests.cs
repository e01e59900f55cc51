using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class DenseLawOnRoutedTests
{
    private const string Mixtral = """
        { "architecture": "mixtral", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "key_value_heads": 8, "intermediate_size": 14336,
          "experts": 8, "active_experts": 2, "vocabulary_size": 32000, "context_length": 4096 }
        """;

    private static SpecResult With(string model, string laws) => Run($$"""{ "model": {{model}}, "data": { "tokens": "10T" }, "laws": {{laws}} }""");

    [Theory]
    [InlineData("batch", "step-law-2025")]
    [InlineData("batch", "deepseek-2024")]
    [InlineData("learning_rate", "step-law-2025")]
    public void Law_OfDenseModels_NamedForExperts_IsASuggestionOnIt(string key, string law)
    {
        var finding = Assert.Single(With(Mixtral, $$"""{ "{{key}}": "{{law}}" }""").Findings);

        Assert.Equal(("SCALE5002", Severity.Suggestion), (finding.Rule.Id, finding.Severity));
        Assert.Contains($"'{law}' was measured on dense models", finding.Text, StringComparison.Ordinal);
        Assert.Equal($"Remove 'laws.{key}'", finding.Remedy!.Title);
    }

    [Theory]
    [InlineData("{ }")]
    [InlineData("""{ "allocation": "deepseek-2024" }""")]
    public void Law_OfActiveParameters_OrAskedByDefault_IsNotReported(string laws) => Assert.Empty(With(Mixtral, laws).Findings);

    [Fact]
    public void DenseModel_MayAskIt() => Assert.Empty(Of("SCALE5002", With(PaddedGpt2, """{ "batch": "step-law-2025" }""")));
}
