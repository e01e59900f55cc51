using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

public sealed class Bergsma2025Tests
{
    private static readonly Bergsma2025 Law = Bergsma2025.Law;

    [Fact]
    public void WeightDecay_PutBackIntoTheTimescale_GivesTheOptimum()
    {
        var batch = BatchTokens.OfSequences(252, 2048);
        var decay = Law.WeightDecay(batch, 0.01, new ActiveParameters(6.1e8), new Tokens(1.22e10)).Value;

        Near.Relative(Law.OptimalTimescale(20).Value, Law.Timescale(batch, 0.01, decay, new(1.22e10)).Value, 1e-12);
    }

    [Fact]
    public void Questions_WithoutAnAnswer_SayWhy()
    {
        Assert.NotNull(Law.OptimalTimescale(0).WhyNone);
        Assert.NotNull(Law.Timescale(new(1e6), 1e-3, 0, new(1e10)).WhyNone);
        Assert.NotNull(Law.WeightDecay(new(1e6), 0, new(1e9), new(1e10)).WhyNone);
    }

    [Fact]
    public void WeightDecay_AboveTheRuns_SaysHowFar() => Near.Relative(
        10, Law.WeightDecay(new(1e6), 1e-3, new(3.3e10), new(1e12)).Outside.Parameters, 1e-12);
}
