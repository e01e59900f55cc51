using System.Globalization;
using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class LimitTests
{
    private const string Devices = """ "hardware": { "accelerator": "H100-SXM", "count": 8, "utilization": "40%", "price_per_hour": 2.5 }""";

    private static SpecResult Limited(string limits, string hardware = Devices) => Gpt2($$""" "data": { "tokens": "100B" }, {{hardware}}, "limits": {{limits}}""");

    [Fact]
    public void Run_WithinItsLimits_IsNotReported() =>
        Assert.Empty(Limited("""{ "flops": "7.48e19", "time": "8 h", "cost": 200, "memory": "80 GB" }""").Findings);

    [Theory]
    [InlineData("""{ "flops": "7.46e19" }""", "SCALE4001", "7.47e19 FLOP (6 N D)")]
    [InlineData("""{ "time": "6 h" }""", "SCALE4002", "on 8 x 'H100-SXM'")]
    [InlineData("""{ "cost": 130 }""", "SCALE4003", "at 2.5 USD a device-hour")]
    [InlineData("""{ "memory": "100 MB" }""", "SCALE4004", "'100 MB'")]
    public void Limit_ThatIsPassed_IsAWarningOnIt(string limits, string id, string says)
    {
        var finding = Assert.Single(Limited(limits).Findings);

        Assert.Equal((id, Severity.Warning), (finding.Rule.Id, finding.Severity));
        Assert.Contains("the spec's own limit", finding.Text, StringComparison.Ordinal);
        Assert.Contains(says, finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "time": "1 h" }""", "SCALE4002")]
    [InlineData("""{ "cost": 1 }""", "SCALE4003")]
    public void Limit_ThatCannotBeChecked_IsSaidToBeUnchecked(string limits, string id)
    {
        var finding = Assert.Single(Gpt2($$""" "data": { "tokens": "100B" }, "limits": {{limits}}""").Findings);

        Assert.Equal((id, Severity.Suggestion), (finding.Rule.Id, finding.Severity));
        Assert.Contains("is not checked", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void UtilizationThatIsNotStated_MakesABand_WhoseMiddleIsCompared()
    {
        const string Band = """ "hardware": { "accelerator": "H100-SXM", "count": 8 }""";

        Assert.Contains("with the utilization", Assert.Single(Limited("""{ "time": "6 h" }""", Band).Findings).Text, StringComparison.Ordinal);
        Assert.Empty(Limited("""{ "time": "9 h" }""", Band).Findings);
    }

    /// <summary>The utilization falls with the number of devices: twice as many are not twice as fast.</summary>
    [Theory]
    [InlineData("7B", "1T", 64, "10 days")]
    [InlineData("7B", "1T", 8, "100 days")]
    [InlineData("70B", "15T", 512, "60 days")]
    public void MoreDevices_Typed_EndTheFinding(string size, string tokens, int count, string time)
    {
        string Spec(int devices) => $$"""{ "model": { "parameters": "{{size}}" }, "data": { "tokens": "{{tokens}}" }, "hardware": { "accelerator": "H100-SXM", "count": {{devices.ToString(CultureInfo.InvariantCulture)}} }, "limits": { "time": "{{time}}" } }""";
        var help = TheFinding("SCALE4002", Run(Spec(count))).Help[0];
        Assert.Matches("^use [0-9,]+ devices$", help.Text);
        var devices = int.Parse(help.Text.Split(' ')[1], System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Empty(Of("SCALE4002", Run(Spec(devices))));
        Assert.NotEmpty(Of("SCALE4002", Run(Spec((int)(devices * 0.95)))));
    }

    [Fact]
    public void Time_OfDays_IsWrittenInDays() =>
        Assert.Matches(@"takes 8\.[0-9]+ days on", Assert.Single(Gpt2($$""" "data": { "tokens": "3T" }, {{Devices}}, "limits": { "time": "1 day" }""").Findings).Message);

    [Fact]
    public void LimitOfARunWithoutTokens_IsThatOfTheProposedRun() => Assert.Single(Of("SCALE4001", Gpt2(""" "limits": { "flops": 1 }""")));
}
