using ScalingSdk.Rules;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class HighUtilizationTests
{
    private static SpecResult At(string utilization, string count = "8") =>
        Gpt2($$""" "data": { "tokens": "10B" }, "hardware": { "accelerator": "A100-SXM-80GB", "count": {{count}}, "utilization": "{{utilization}}" }""");

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
    [InlineData("8", "on one node of 8 H100")]
    [InlineData("1024", "published runs on clusters")]
    public void Message_ComparesWithRunsOfThatSize(string count, string says) =>
        Assert.Contains(says, Assert.Single(At("80%", count).Findings).Message, StringComparison.Ordinal);
}
