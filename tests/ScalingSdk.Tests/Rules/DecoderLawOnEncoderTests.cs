using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class DecoderLawOnEncoderTests
{
    private const string Bert =
        """{ "architecture": "bert", "layers": 12, "hidden_size": 768, "attention_heads": 12, "intermediate_size": 3072, "vocabulary_size": 30528, "context_length": 512 }""";

    [Fact]
    public void Encoder_IsToldOnceThatNoLawIsItsOwn()
    {
        var result = Run($$"""{ "model": {{Bert}}, "data": { "tokens": "10M", "unique_tokens": "1M" } }""");

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("SCALE5001", Severity.Suggestion), (finding.Rule.Id, finding.Severity));
        Assert.Contains("'bert' is an encoder, ", finding.Text, StringComparison.Ordinal);
        Assert.Null(result.Plan!.Data);
    }

    [Fact]
    public void NamedLaw_IsWhereItStands()
    {
        const string Text = $$"""{ "model": {{Bert}}, "data": { "tokens": "10B" }, "laws": { "allocation": "deepseek-2024" } }""";

        Assert.Equal("\"deepseek-2024\"", Underlined(Text, Assert.Single(Run(Text).Findings)));
    }

    [Fact]
    public void EncoderWithDecoder_IsCalledSo() => Assert.Contains("'t5' is an encoder with a decoder", Assert.Single(Run(
        """{ "model": { "architecture": "t5", "layers": 6, "hidden_size": 512, "attention_heads": 8, "head_size": 64, "intermediate_size": 2048, "vocabulary_size": 32128 } }""").Findings).Text, StringComparison.Ordinal);
}
