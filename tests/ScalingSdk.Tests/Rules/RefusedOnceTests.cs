using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class RefusedOnceTests
{
    private static SpecResult Spec(string model, string more = "") => Run($$"""{ "model": {{model}}, "data": { "tokens": "10B" }{{more}} }""");

    /// <summary>What leaves a spec without meaning is one error, with what to type, and no second finding of another rule.</summary>
    [Theory]
    [InlineData("heads", """ "attention_heads": 12""", """ "attention_heads": 7""", "", "write '6' for 'attention_heads', 6 heads of 128, or give 'head_size'")]
    [InlineData("key-value heads", """ "attention_heads": 12""", """ "attention_heads": 12, "key_value_heads": 5""", "", "is not a multiple of")]
    [InlineData("architecture", "gpt2", "gtp2", "", "did you mean 'gpt2'?")]
    [InlineData("law", "", "", """, "laws": { "allocation": "besiroglu-2042" }""", "did you mean 'besiroglu-2024'?")]
    [InlineData("accelerator", "", "", """, "hardware": { "accelerator": "H100-SMX" }""", "did you mean 'H100-SXM'?")]
    [InlineData("steps", "", "", """, "training": { "batch_tokens": "0.5M", "steps": 30000 }""", "remove one of the three")]
    [InlineData("batch", "", "", """, "training": { "batch_tokens": "0.5M", "batch_sequences": 256 }""", "remove one of the two")]
    public void Spec_WithoutMeaning_IsOneError(string what, string from, string to, string more, string says)
    {
        var model = (what is "key-value heads" ? Llama : PaddedGpt2).Replace(from.Length > 0 ? from : "\n", to, StringComparison.Ordinal);

        var finding = Assert.Single(Spec(model, more).Findings);

        Assert.Equal(("SCALE0004", Severity.Error), (finding.Rule.Id, finding.Severity));
        Assert.Contains(says, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadSize_FreesTheHeads() => Assert.Empty(Spec(Llama.Replace(""" "attention_heads": 12""", """ "attention_heads": 7, "head_size": 64""", StringComparison.Ordinal)).Findings);

    private const string Llama =
        """{ "architecture": "llama", "layers": 12, "hidden_size": 768, "attention_heads": 12, "intermediate_size": 2048, "vocabulary_size": 32000, "context_length": 1024 }""";
}
