using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class ExtremeAspectRatioTests
{
    private static SpecResult Shape(string layers, string width) => Run(
        $$"""{ "model": { "architecture": "gpt2", "layers": {{layers}}, "hidden_size": {{width}}, "attention_heads": 1, "vocabulary_size": 50304, "context_length": 64 } }""");

    // Kaplan's own ends: (207, 768) and (6, 4288).
    [Theory]
    [InlineData("207", "768", null)]
    [InlineData("208", "768", "use at most 207 layers")]
    [InlineData("6", "4288", null)]
    [InlineData("5", "4288", "use at least 6 layers")]
    [InlineData("2", "128", null)]
    [InlineData("1", "128", "write at least 2 layers")]
    [InlineData("96", "12288", null)]
    public void Shape_OutsideThoseMeasured_IsASuggestion(string layers, string width, string? remedy)
    {
        var findings = Shape(layers, width).Findings;

        Assert.Equal(remedy is null ? 0 : 1, findings.Count);
        Assert.All(findings, finding =>
        {
            Assert.Equal(("SCALE3002", Severity.Suggestion), (finding.Rule.Id, finding.Severity));
            Assert.EndsWith(remedy!, finding.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Encoder_HasNoLawToLeave() => Assert.Empty(Of("SCALE3002", Run(
        """{ "model": { "architecture": "bert", "layers": 1, "hidden_size": 128, "attention_heads": 2, "intermediate_size": 512, "vocabulary_size": 8192, "context_length": 64 } }""")));
}
