using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

public sealed class Porian2024Tests
{
    private static readonly Porian2024 Law = Porian2024.Law;

    [Theory]
    [InlineData(2.2e8, 0.99)]
    [InlineData(2.3e8, 0.95)]
    public void Beta2_Around220M_Changes(double n, double beta2) => Assert.Equal(beta2, Law.Beta2(new(n)).Value);

    [Fact]
    public void Warmup_InTokens_IsTheParameters() => Assert.Equal(5e7, Law.Warmup(new(5e7)).Value.Count);

    [Fact]
    public void Batch_OfANominalSize_SaysThatTheHeadIsUnknown()
    {
        var nominal = Sizes.Nominal(7e9);

        Assert.Contains("output head", Law.Batch(nominal, new(1e12)).WhyNone, StringComparison.Ordinal);
        Assert.Contains("output head", Law.LearningRate(nominal, new(1e12)).WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_AboveTheSweep_SaysHowFar() =>
        Near.Relative(9.01e9 / 9.01e8, Law.Batch(new WeightsWithHead(9.01e9)).Outside.Parameters, 1e-12);
}
