using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class MemoryLimitTests
{
    private static SpecResult On(string hardware, string training) =>
        Run($$"""{ "model": { "parameters": "7B" }, "data": { "tokens": "1T" }, "hardware": {{hardware}}, "training": {{training}} }""");

    [Fact]
    public void States_BeyondTheDevice_AreAWarningOnIt()
    {
        var finding = Assert.Single(On("""{ "accelerator": "H100-SXM", "count": 8 }""", """{ "zero_stage": 0 }""").Findings);

        Assert.Equal(("SCALE4004", Severity.Warning), (finding.Rule.Id, finding.Severity));
        Assert.Contains("'H100-SXM' has 80 GB", finding.Text, StringComparison.Ordinal);
        Assert.Contains("\"zero_stage\": 1: a device then holds 38.5 GB", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Device_OfWhichTheMemoryAloneIsKnown_HoldsOrDoesNot()
    {
        var result = On("""{ "accelerator": "M4-Pro" }""", "{ }");

        Assert.Contains("'M4-Pro' has 64 GB", Assert.Single(result.Findings).Text, StringComparison.Ordinal);
        Assert.Null(result.Plan!.Hardware);
        Assert.Contains(result.Plan.Assumptions, static text => text.Contains("'M4-Pro' is known by its memory alone", StringComparison.Ordinal));
        Assert.Empty(On("""{ "accelerator": "Apple M3 Ultra" }""", """{ "precision": "bf16" }""").Findings);
    }

    [Theory]
    [InlineData("""{ "accelerator": "H100-SXM", "count": 8 }""", """{ "zero_stage": 3 }""")]
    [InlineData("""{ "accelerator": "H100-SXM", "count": 8 }""", "{ }")]
    [InlineData("""{ "accelerator": "mine", "count": 8, "peak_flops": "100 TFLOP/s", "memory": "128 GB" }""", """{ "zero_stage": 0 }""")]
    public void Run_ThatFits_IsNotReported(string hardware, string training) => Assert.Empty(On(hardware, training).Findings);

    [Fact]
    public void Activations_ThatMayBeSpreadOtherwise_AreASuggestion()
    {
        var finding = Assert.Single(Gpt2(
            """ "data": { "tokens": "100B" }, "hardware": { "accelerator": "H100-SXM", "count": 8 }, "training": { "micro_batch_sequences": 512 }""").Findings);

        Assert.Equal(("SCALE4004", Severity.Suggestion), (finding.Rule.Id, finding.Severity));
        Assert.Contains("\"micro_batch_sequences\": ", finding.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("recomputation", finding.Text, StringComparison.Ordinal);
    }

    // 70B with 8,192 tokens on 256 devices: each key that is enough on its own, with what a device holds then.
    [Fact]
    public void Activations_ThatRecomputationEnds_NameEachKeyThatIsEnough()
    {
        var finding = Assert.Single(Run("""
            {
              "model": { "architecture": "llama", "layers": 80, "hidden_size": 8192, "attention_heads": 64, "key_value_heads": 8, "intermediate_size": 28672, "vocabulary_size": 128256 },
              "data": { "tokens": "1.4T" }, "hardware": { "accelerator": "H100", "count": 256 },
              "training": { "sequence_length": 8192, "batch_sequences": 512, "micro_batch_sequences": 2, "recomputation": "flash" }
            }
            """).Findings, static finding => finding.Rule.Id is "SCALE4004");

        var keys = finding.Help.Select(static help => Assert.Single(help.Edits).Path[^1]).ToArray();
        Assert.Equal(["recomputation", "tensor_parallel"], keys);
        Assert.All(finding.Help, static help => Assert.Contains("a device then holds ", help.Effect, StringComparison.Ordinal));
    }
}
