using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

public sealed class Krajewski2024Tests
{
    private static readonly Krajewski2024 Law = Krajewski2024.Law;

    [Fact]
    public void Loss_WithFinerExperts_Falls()
    {
        var losses = Enumerable.Range(0, 6).Select(i => Math.Pow(2, i)).Select(g => Law.Loss(new(1e9), new(1e11), g).Value.NatsPerToken).ToArray();

        Assert.Equal(losses.OrderByDescending(x => x), losses);
    }

    [Fact]
    public void DenseLoss_FromTheConstants_IsTheComputedValue() =>
        Near.Relative(2.737571741, Law.DenseLoss(new(1e9), new(1e11)).Value.NatsPerToken, 1e-6);

    [Fact]
    public void Info_IsExperimental() => Assert.True(Law.Info.Experimental);

    [Fact]
    public void Loss_BelowGranularityOne_SaysWhy() => Assert.NotNull(Law.Loss(new(1e9), new(1e11), 0.5).WhyNone);

    [Fact]
    public void Loss_BeyondTheRuns_SaysHowFar() =>
        Near.Relative(10, Law.Loss(new(3.7e10), new(1e11), 8).Outside.Parameters, 1e-12);
}
