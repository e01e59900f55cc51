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
        Assert.Contains("\"zero_stage\": 3", finding.Text, StringComparison.Ordinal);
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
        Assert.Contains("\"recomputation\": \"full\"", finding.Text, StringComparison.Ordinal);
    }
}
