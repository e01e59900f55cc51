using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class ScheduleHorizonTests
{
    private static SpecResult With(string training) => Gpt2($$""" "data": { "tokens": "10B" }, "training": {{training}}""");

    [Theory]
    [InlineData("12.5B", "")]
    [InlineData("12.6B", "has not fallen")]
    [InlineData("7.5B", "")]
    [InlineData("7.4B", "at the lowest rate")]
    public void Horizon_FartherThanAQuarter_IsAWarning(string horizon, string says)
    {
        var result = With($$"""{ "schedule_tokens": "{{horizon}}" }""");

        if (says.Length == 0)
        {
            Assert.Empty(result.Findings);
            return;
        }

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("SCALE2004", Severity.Warning), (finding.Rule.Id, finding.Severity));
        Assert.Contains(says, finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cosine", 1)]
    [InlineData("linear", 1)]
    [InlineData("wsd", 1)]
    [InlineData("constant", 0)]
    public void Schedule_ThatFalls_MustEndWithTheRun(string schedule, int findings) =>
        Assert.Equal(findings, With($$"""{ "schedule": "{{schedule}}", "schedule_tokens": "20B" }""").Findings.Count(static finding => finding.Rule.Id == "SCALE2004"));

    [Fact]
    public void ProposedTokens_AreNoMeasureOfASchedule() => Assert.Empty(Of("SCALE2004", Gpt2(""" "data": { "unique_tokens": "10B" }, "training": { "schedule_tokens": "90B" }""")));
}
