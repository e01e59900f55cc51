using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

public sealed class Kumar2024Tests
{
    private static readonly Kumar2024 Law = Kumar2024.Law;

    [Fact]
    public void EffectiveParameters_InHighPrecision_AreTheModels() =>
        Near.Relative(1e9, Law.EffectiveParameters(new(1e9), new(64, 64, 64)).Value.Count, 1e-9);

    [Fact]
    public void EffectiveParameters_OfLowWeightsAlone_AreTheRetention() => Near.Relative(
        0.775887395651e9, Law.EffectiveParameters(new(1e9), new(4, 1000, 1000)).Value.Count, Near.Computed);

    // (1 - e^(-4/2.6745)) (1 - e^(-8/2.2102)) (1 - e^(-2/0.9578))
    [Fact]
    public void EffectiveParameters_OfLowPrecisionThroughout_AreTheProduct() => Near.Relative(
        1e9 * (1 - Math.Exp(-4 / 2.6745)) * (1 - Math.Exp(-8 / 2.2102)) * (1 - Math.Exp(-2 / 0.9578)),
        Law.EffectiveParameters(new(1e9), new(4, 8, 2)).Value.Count,
        1e-12);

    [Fact]
    public void QuantisationDamage_OfALongerRun_IsLarger()
    {
        var short20 = Law.QuantisationDamage(new(1e9), new(2e10), 4).Value;
        var long200 = Law.QuantisationDamage(new(1e9), new(2e11), 4).Value;

        Near.Relative(Math.Pow(10, 0.5068), long200 / short20, Near.Computed);
    }

    [Fact]
    public void Info_IsExperimental() => Assert.True(Law.Info.Experimental);

    [Fact]
    public void Questions_WithoutAnAnswer_SayWhy()
    {
        Assert.NotNull(Law.WeightRetention(0).WhyNone);
        Assert.NotNull(Law.EffectiveParameters(new(1e9), new(8, 8, 0)).WhyNone);
        Assert.NotNull(Law.QuantisationDamage(new ActiveParameters(1e9), new(1e10), 0).WhyNone);
    }
}
