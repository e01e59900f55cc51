using ScalingSdk.Models.Flops;
using ScalingSdk.Planning;

namespace ScalingSdk.Tests.Planning;

/// <summary>Time counts the FLOPs of the sequences at every number of devices, under one convention, and never passes the peak.</summary>
public sealed class TimeAndLengthTests
{
    private const string Qwen = """
        "model": { "architecture": "qwen3", "layers": 28, "hidden_size": 1024, "attention_heads": 16, "key_value_heads": 8, "head_size": 128,
                   "intermediate_size": 3072, "vocabulary_size": 151936, "context_length": 131072 }
        """;

    private static readonly int[] Lengths = [2_048, 4_096, 16_384, 65_536, 131_072];

    public static TheoryData<int, int> Devices => new()
    {
        { 1, 4_096 }, { 1, 131_072 }, { 8, 4_096 }, { 8, 32_768 }, { 8, 131_072 }, { 16, 131_072 }, { 64, 4_096 }, { 64, 32_768 }, { 64, 131_072 }, { 1_024, 131_072 },
    };

    [Theory, MemberData(nameof(Devices))]
    public void Time_OfEveryLengthAndDeviceCount_IsTheModelsOwnFlopsAtAUtilizationBelowThePeak(int devices, int length)
    {
        var plan = Plan(devices, length, "");
        var estimate = plan.Hardware!.Estimate!;

        var reached = Exact(plan, length) * 1e11 / (estimate.Hours.Low * 3600 * devices * estimate.PeakFlopsPerSecond);

        Assert.Equal(estimate.Utilization.Fraction.High, reached, 1e-9);
        Assert.True(reached < 0.7, FormattableString.Invariant($"{length} tokens on {devices} devices take {reached:P0} of the peak, more than any run has reached"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(4_096)]
    public void Time_OfLongerSequences_IsLonger(int devices)
    {
        var hours = Lengths.Select(length => Plan(devices, length, "").Hardware!.Estimate!.Hours.Mid).ToArray();

        Assert.Equal(hours.Order(), hours);
        Assert.True(hours[^1] > 3 * hours[1], "at 131,072 tokens attention takes most of the compute, and the time does not show it");
    }

    [Theory, MemberData(nameof(Devices))]
    public void Utilization_StatedAsThePlanAssumesIt_KeepsTheTime(int devices, int length)
    {
        var assumed = Plan(devices, length, "").Hardware!.Estimate!;
        var stated = Plan(devices, length, FormattableString.Invariant($", \"utilization\": {assumed.Utilization.Fraction.Mid:R}")).Hardware!.Estimate!;

        Assert.Equal(assumed.Hours.Mid, stated.Hours.Mid, 1e-9 * assumed.Hours.Mid);
        Assert.Equal(assumed.Utilization.Convention, stated.Utilization.Convention);
    }

    /// <summary>600M parameters, 64 H100 at a stated 45 % of 6 N D: at 131,072 tokens attention takes most of the work, whatever the shape is.</summary>
    [Theory]
    [InlineData(4_096, 3.5)]
    [InlineData(131_072, 28.7)]
    public void Time_OfASizeWithoutAShape_GrowsWithTheSequence(int length, double hours)
    {
        var plan = PlanSamples.Plan(FormattableString.Invariant($$"""
            { "model": { "parameters": "600M" }, "data": { "tokens": "100B" }, "training": { "sequence_length": {{length}} },
              "hardware": { "accelerator": "H100-SXM", "count": 64, "utilization": 0.45 } }
            """));

        Assert.Equal(hours, plan.Hardware!.Estimate!.Hours.Mid, 0.05);
        Assert.Equal(length > 4_096, plan.Assumptions.Any(static one => one.StartsWith("attention beyond 4,096 tokens", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(", \"utilization\": 0.4")]
    public void Size_ProposedForATimeAtLongSequences_TakesThatTime(string utilization)
    {
        var plan = PlanSamples.Plan($$"""
            { "training": { "sequence_length": 131072 }, "hardware": { "accelerator": "H100-SXM", "count": 64{{utilization}} }, "budget": { "time": "3 days" } }
            """);

        Assert.Equal(72, plan.Hardware!.Estimate!.Hours.Mid, 0.1);
        Assert.Equal(1, plan.Data!.OptimalRatio, 0.01);
    }

    [Theory, MemberData(nameof(Devices))]
    public void Tokens_ThatATimeBuys_TakeNoMoreThanThePeak(int devices, int length)
    {
        var plan = PlanSamples.Plan(FormattableString.Invariant($$"""{ {{Qwen}}, "training": { "sequence_length": {{length}} }, "hardware": { "accelerator": "H100-SXM", "count": {{devices}} }, "budget": { "time": "3 days" } }"""));

        var peak = devices * 3 * 86_400 * plan.Hardware!.Estimate!.PeakFlopsPerSecond;

        Assert.Equal(plan.Hardware.Estimate.Utilization.Fraction.Mid, Exact(plan, length) * plan.Run!.Tokens.Count / peak, 1e-6);
    }

    private static TrainingPlan Plan(int devices, int length, string utilization) => PlanSamples.Plan(FormattableString.Invariant(
        $$"""{ {{Qwen}}, "data": { "tokens": "100B" }, "training": { "sequence_length": {{length}} }, "hardware": { "accelerator": "H100-SXM", "count": {{devices}}{{utilization}} } }"""));

    private static double Exact(TrainingPlan plan, int length) => (double)FlopsConventions.ExactCausal.Training(plan.Size.Model!, length).Flops!;
}
