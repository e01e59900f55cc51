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

    private static Finding? Of405B(string training) => Run($$"""
        {
          "model": { "architecture": "llama", "layers": 126, "hidden_size": 16384, "attention_heads": 128, "key_value_heads": 8, "intermediate_size": 53248, "vocabulary_size": 128256 },
          "data": { "tokens": "15.6T" }, "hardware": { "accelerator": "H100-SXM", "count": 16384 },
          "training": { "sequence_length": 8192, "batch_tokens": "16M", "micro_batch_sequences": 1, "tensor_parallel": 8, "pipeline_parallel": 16, "state_precision": "mixed-fp32-gradients", {{training}} }
        }
        """).Findings.SingleOrDefault(static finding => finding.Rule.Id is "SCALE4004");

    // Meta's own layout, which ran on devices of 80 GB (arXiv 2407.21783, sec. 3.3.2 and table 4: TP 8, PP 16, DP 128, 8,192 tokens, optimizer states
    // and gradients shared out, no recomputation).
    [Theory]
    [InlineData(""" "zero_stage": 2, "recomputation": "flash" """)]
    [InlineData(""" "zero_stage": 2, "recomputation": "flash", "compile": "on" """)]
    [InlineData(""" "zero_stage": 2 """)]
    public void Run_ThatRan_IsNotSaidNotToFit(string training)
    {
        var finding = Of405B(training);

        Assert.True(finding is null || (finding.Severity == Severity.Suggestion && finding.Headline.Contains("may not have enough", StringComparison.Ordinal)), finding?.Text);
    }

    [Theory]
    [InlineData(""" "recomputation": "flash" """)]
    [InlineData(""" "zero_stage": 3, "recomputation": "flash" """)]
    public void Gradients_ThatAPipelineKeepsWhole_AreSharedOutByStageTwo(string training) =>
        Assert.Equal("\"zero_stage\": 2", Of405B(training)!.Help[0].Typed);

    // Keeping the scores, 5 s^2 a bytes of a layer, no device of 80 GB holds it: the lower end of the band is above.
    [Fact]
    public void Activations_FarAboveTheDevice_AreHeld() =>
        Assert.StartsWith("a device holds ", Of405B(""" "zero_stage": 2, "recomputation": "none" """)!.Headline, StringComparison.Ordinal);

    private static Finding Of70B(string devices, string training) => Run($$"""
        {
          "model": { "architecture": "llama", "layers": 80, "hidden_size": 8192, "attention_heads": 64, "key_value_heads": 8, "intermediate_size": 28672, "vocabulary_size": 128256 },
          "data": { "tokens": "1.4T" }, "hardware": { "accelerator": "H100", "count": {{devices}} },
          "training": { {{training}} }
        }
        """).Findings.Single(static finding => finding.Rule.Id is "SCALE4004");

    // No single key is enough: two are named with their values, and typed together they end the finding.
    [Theory]
    [InlineData("63", """ "sequence_length": 8192, "micro_batch_sequences": 2, "recomputation": "flash" """, "recomputation", "micro_batch_sequences")]
    [InlineData("512", """ "sequence_length": 524288, "context_parallel": 8, "sequence_parallel": "off", "recomputation": "full" """, "sequence_parallel", "tensor_parallel")]
    public void Layout_ThatNoSingleKeyMends_NamesTwo(string devices, string training, string first, string second)
    {
        var finding = Of70B(devices, training);

        Assert.NotEmpty(finding.Help);
        Assert.All(finding.Help, help => Assert.True(help.Edits.Count == 2, finding.Text));
        Assert.Contains(finding.Help, help => help.Edits.Select(static edit => edit.Path[^1]).SequenceEqual([first, second]));
        Assert.All(finding.Help, static help => Assert.Contains("a device then holds ", help.Effect, StringComparison.Ordinal));
    }

    // A long sequence is split over devices, and experts over copies.
    [Fact]
    public void Layout_OfALongSequence_NamesContextParallelism() =>
        Assert.Contains(Of70B("64", """ "sequence_length": 65536, "recomputation": "full" """).Help, static help => help.Edits is [{ Path: [.., "context_parallel"] }]);

    [Fact]
    public void Layout_OfARoutedModel_NamesExpertParallelism()
    {
        var finding = Run("""
            {
              "model": { "architecture": "mixtral", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "key_value_heads": 8, "intermediate_size": 14336, "vocabulary_size": 32000, "experts": 8, "active_experts": 2 },
              "data": { "tokens": "1T" }, "hardware": { "accelerator": "H100-SXM", "count": 64 }, "training": { "sequence_length": 4096, "zero_stage": 1, "pipeline_parallel": 2, "recomputation": "full" }
            }
            """).Findings.Single(static finding => finding.Rule.Id is "SCALE4004");

        Assert.Contains(finding.Help, static help => help.Edits is [{ Path: [.., "expert_parallel"] }]);
    }

    [Fact]
    public void Numbers_OfAFinding_HaveAtMostThreeDigits()
    {
        var finding = Of70B("256", """ "sequence_length": 8192, "tensor_parallel": 8, "micro_batch_sequences": 32, "recomputation": "flash" """);

        var words = finding.Text.Split(' ', '(', ')', ';', ',', '\n');
        var numbers = words.Zip(words.Skip(1)).Where(static pair => pair.Second is "GB" or "GiB" or "TB" or "TiB").Select(static pair => pair.First).ToArray();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, static number => Assert.InRange(number.Count(char.IsAsciiDigit), 1, 3));
    }
}
