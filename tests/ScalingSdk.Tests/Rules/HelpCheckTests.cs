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

    /// <summary>More unique tokens at stated epochs make a longer run: what raises another warning is not the remedy of the message.</summary>
    [Theory]
    [InlineData("98M", "13M", 20)]
    [InlineData("277M", "90M", 20)]
    [InlineData("151M", "103M", 60)]
    [InlineData("117M", "1.1B", 100)]
    [InlineData("124M", "2B", 5)]
    public void Message_AtStatedEpochs_HasOnlyHelpThatHolds(string size, string unique, double epochs)
    {
        var spec = FormattableString.Invariant($$"""{ "model": { "parameters": "{{size}}" }, "data": { "unique_tokens": "{{unique}}", "epochs": {{epochs}} } }""");
        var finding = SpecPipeline.Run("a.scaling.json", spec, static _ => null).Findings.Single(static one => one.Severity == Severity.Warning);
        foreach (var help in finding.Help.Where(static help => help.Text.StartsWith("add ", StringComparison.Ordinal)))
        {
            Assert.NotEmpty(help.Edits);
            var after = SpecPipeline.Run("a.scaling.json", ScalingSdk.Json.Editing.SpecEditor.Apply(spec, help.Edits)!, static _ => null).Findings;
            Assert.DoesNotContain(after, static one => one.Severity >= Severity.Warning);
        }
    }

    [Fact]
    public void MoreUniqueTokens_AtTheSameEpochs_SayWhatTheyCost()
    {
        var finding = SpecPipeline.Run("a.scaling.json", """{ "model": { "parameters": "1B" }, "data": { "unique_tokens": "11B", "epochs": 2 } }""", static _ => null).Findings.Single(static one => one.Rule.Id == "SCALE1001");
        Assert.Contains(finding.Help, static help => help.Text.EndsWith("2.01 times the compute", StringComparison.Ordinal));
    }

    private const string Gpt2 = """{ "model_type": "gpt2", "n_layer": 12, "n_head": 12, "n_embd": 768, "vocab_size": 50304, "n_positions": 1024 }""";
}
