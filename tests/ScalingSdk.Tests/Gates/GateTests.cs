using ScalingSdk.Diagnostics;
using ScalingSdk.Gates;
using ScalingSdk.Planning;

namespace ScalingSdk.Tests.Gates;

public sealed class GateTests
{
    private const string Spec = """
        { "name": "Run7", "model": { "parameters": "1B" },
          "data": { "tokens": "20B" },
          "hardware": { "accelerator": "H100-SXM", "count": 8, "utilization": "40%", "price_per_hour": 2.5 } }
        """;

    private static IReadOnlyList<Finding> Check(string spec, string? flops = null, string? gpuHours = null, string? cost = null) =>
        new GateSettings(flops, gpuHours, cost).Check(PlanOf(spec), spec);

    private static TrainingPlan PlanOf(string spec) => SpecPipeline.Run("Run7.scaling.json", spec, static _ => null).Plan!;

    [Theory]
    [InlineData("1e20", "SCALE9001")]
    [InlineData("1.1 PF-days", "SCALE9001")]
    [InlineData("1.2e20", null)]
    [InlineData("", null)]
    public void Flops_AboveTheGate_AreAnError(string gate, string? id) =>
        Assert.Equal(id, Check(Spec, flops: gate).SingleOrDefault()?.Rule.Id);

    [Theory]
    [InlineData("80", "SCALE9002")]
    [InlineData("85 GPU-hours", null)]
    public void GpuHours_AboveTheGate_AreAnError(string gate, string? id) =>
        Assert.Equal(id, Check(Spec, gpuHours: gate).SingleOrDefault()?.Rule.Id);

    [Theory]
    [InlineData("0", "SCALE9003")]
    [InlineData("1K USD", null)]
    public void Cost_AboveTheGate_IsAnError(string gate, string? id) =>
        Assert.Equal(id, Check(Spec, cost: gate).SingleOrDefault()?.Rule.Id);

    [Fact]
    public void Finding_StandsOnTheTokens()
    {
        var finding = Assert.Single(Check(Spec, flops: "1e20"));

        Assert.Equal("Run7.scaling.json(2,23): error SCALE9001: 'Run7' takes '1.2e20 FLOP', more than the '1e20' of 'ScalingMaxFlops'; "
            + "use at most '16.6B' tokens, or raise the gate: -p:ScalingMaxFlops=1.2e+20", finding.ToString());
    }

    [Fact]
    public void GateAsTheMessageSays_Passes() => Assert.All(
        Enumerable.Range(0, 40).Select(static i => FormattableString.Invariant($"{1.0 + (i * 0.0777):0.####}B")),
        static size =>
        {
            var spec = Spec.Replace("1B", size, StringComparison.Ordinal);
            var message = Assert.Single(Check(spec, flops: "1e18")).Message;

            Assert.Empty(Check(spec, flops: message[(message.LastIndexOf('=') + 1)..]));
        });

    [Fact]
    public void NoDevices_CannotBeHeldToACost()
    {
        var finding = Assert.Single(Check("""{ "model": { "parameters": "1B" }, "data": { "tokens": "20B" } }""", cost: "2000"));

        Assert.Equal(("SCALE9004", Severity.Warning), (finding.Rule.Id, finding.Severity));
    }

    [Fact]
    public void NoDevices_Suppressed_IsSilent() => Assert.Empty(Check(
        """{ "model": { "parameters": "1B" }, "data": { "tokens": "20B" }, "suppress": { "SCALE9004": "no devices yet" } }""", cost: "2000"));

    [Theory]
    [InlineData("abc", "'ScalingMaxFlops': 'abc' does not start with a number")]
    [InlineData("3 days", "'ScalingMaxFlops': '3 days' has the unit 'days'")]
    [InlineData("-1", "'ScalingMaxFlops': '-1' is negative")]
    public void BadProperty_IsAProblem(string value, string problem) =>
        Assert.StartsWith(problem, Assert.Single(new GateSettings(value, null, null).Problems), StringComparison.Ordinal);
}
