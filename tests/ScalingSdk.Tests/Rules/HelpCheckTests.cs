using ScalingSdk.Diagnostics;

namespace ScalingSdk.Tests.Rules;

public sealed class HelpCheckTests
{
    private const string Spec = """{ "model": { "config": "gpt2.json" }, "data": { "tokens": "10B", "unique_tokens": "2B" } }""";

    [Fact]
    public void Help_ReadAfterTheRun_IsPlannedWithTheFilesThatWereRead()
    {
        var reads = 0;
        var result = SpecPipeline.Run("a.scaling.json", Spec, _ => reads++ == 0 ? Gpt2 : null);
        var finding = result.Findings.Single(static finding => finding.Rule.Id == "SCALE1001");
        Assert.Contains(finding.Help, static help => help is Remedy { Edits.Count: > 0 });
        Assert.Equal(1, reads);
    }

    [Fact]
    public void Message_HasTheFirstHelpThatHolds()
    {
        var finding = SpecPipeline.Run("a.scaling.json", Spec, static _ => Gpt2).Findings.Single(static finding => finding.Rule.Id == "SCALE1001");
        Assert.Equal($"{finding.Headline}; {finding.Help[0].Text}", finding.Message);
    }

    private const string Gpt2 = """{ "model_type": "gpt2", "n_layer": 12, "n_head": 12, "n_embd": 768, "vocab_size": 50304, "n_positions": 1024 }""";
}
