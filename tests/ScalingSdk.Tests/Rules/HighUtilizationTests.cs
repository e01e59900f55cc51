using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class HighUtilizationTests
{
    private static SpecResult At(string utilization, string count = "8", string accelerator = "H100-SXM") =>
        Gpt2($$""" "data": { "tokens": "10B" }, "hardware": { "accelerator": "{{accelerator}}", "count": {{count}}, "utilization": "{{utilization}}" }""");

    [Theory]
    [InlineData("60%", 0)]
    [InlineData("61%", 1)]
    [InlineData("5%", 0)]
    public void Utilization_AboveSixtyPercent_IsAWarning(string utilization, int findings)
    {
        var found = At(utilization).Findings;

        Assert.Equal(findings, found.Count);
        Assert.All(found, finding => Assert.Equal(("SCALE4005", Severity.Warning), (finding.Rule.Id, finding.Severity)));
    }

    [Theory]
    [InlineData("64%", 0)]
    [InlineData("65%", 1)]
    public void Utilization_OfANodeOfA100_IsHeldAgainstItsOwnRuns(string utilization, int findings) =>
        Assert.Equal(findings, At(utilization, accelerator: "A100-SXM-80GB").Findings.Count);

    [Fact]
    public void Message_OnANodeOfA100_OffersItsMedian()
    {
        var message = Assert.Single(At("80%", accelerator: "A100-SXM-80GB").Findings).Message;

        Assert.Contains("is above 64 %", message, StringComparison.Ordinal);
        Assert.EndsWith("write \"utilization\": \"58%\"", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8", "published figures of one node, for")]
    [InlineData("1024", "published runs on clusters, for")]
    public void Message_ComparesWithRunsOfThatSize(string count, string says) =>
        Assert.Contains(says, Assert.Single(At("80%", count).Findings).Text, StringComparison.Ordinal);
}
