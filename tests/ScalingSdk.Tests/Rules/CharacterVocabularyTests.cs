using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class CharacterVocabularyTests
{
    private static string Model(string rows) =>
        $$"""{ "model": { "architecture": "gpt2", "layers": 6, "hidden_size": 384, "attention_heads": 6, "vocabulary_size": {{rows}}, "context_length": 256 }, "data": { "tokens": "100B" } }""";

    [Fact]
    public void Characters_AreRemarkedOnce_OnTheVocabulary()
    {
        var result = Run(Model("65"));

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("SCALE1005", Severity.Suggestion), (finding.Rule.Id, finding.Severity));
        Assert.Equal("65", Underlined(Model("65"), finding));
    }

    [Theory]
    [InlineData("8191", true)]
    [InlineData("8192", false)]
    public void Line_IsASmallBpeVocabulary(string rows, bool remarked) => Assert.Equal(remarked, Of("SCALE1005", Run(Model(rows))).Any());

    [Fact]
    public void Encoder_OfCharacters_IsNotRemarked_NoLawIsAsked() => Assert.Empty(Of("SCALE1005", Run(
        """{ "model": { "architecture": "bert", "layers": 2, "hidden_size": 128, "attention_heads": 2, "intermediate_size": 512, "vocabulary_size": 64, "context_length": 64 } }""")));

    [Fact]
    public void UnknownVocabulary_IsNotRemarked() => Assert.Empty(Of("SCALE1005", Run("""{ "model": { "parameters": "10M" }, "data": { "tokens": "10B" } }""")));
}
