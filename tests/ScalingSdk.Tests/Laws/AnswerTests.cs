using System.Globalization;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

public sealed class AnswerTests
{
    private static readonly Answer<double> Two = Answer<double>.Of(2, Extrapolation.None, default);

    [Fact]
    public void Equals_DiffersByValueValidityOrReason()
    {
        Assert.True(Two == Answer<double>.Of(2, Extrapolation.None, default));
        Assert.Equal(Two.GetHashCode(), Answer<double>.Of(2, Extrapolation.None, default).GetHashCode());
        Assert.True(Two != Answer<double>.Of(3, Extrapolation.None, default));
        Assert.True(Two != Answer<double>.Of(2, new(2, 1, 1), default));
        Assert.True(Answer<double>.None("a") != Answer<double>.None("b"));
        Assert.False(Two.Equals((object)2.0));
    }

    [Fact]
    public void Default_HasNoValue_AndSaysSo()
    {
        Assert.False(default(Answer<double>).HasValue);
        Assert.Equal("no law was asked", Assert.Throws<InvalidOperationException>(static () => default(Answer<double>).Value).Message);
    }

    [Fact]
    public void Value_OfNone_ThrowsWithTheReason() =>
        Assert.Equal("too small", Assert.Throws<InvalidOperationException>(static () => Answer<double>.None("too small").Value).Message);

    [Fact]
    public void Select_KeepsValidityAndReason()
    {
        Assert.Equal(Answer<string>.Of("2", new(2, 1, 1), default), Answer<double>.Of(2, new(2, 1, 1), default).Select(Text));
        Assert.Equal("too small", Answer<double>.None("too small").Select(Text).WhyNone);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public void Extrapolation_OfTwo_IsTheFartherOnEachAxis() =>
        Assert.Equal(new Extrapolation(4, 5, 6), new Extrapolation(4, 2, 6).And(new(1, 5, 3)));

    [Fact]
    public void Extrapolation_InCompute_IsNamed() =>
        Assert.Equal("extrapolated by 2.5x in N, 10x in D, 12x in C", new Extrapolation(2.5, 10, 12).ToString());

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(double.NaN, 1, 1)]
    public void Of_AnUnsetFactor_IsNone(double parameters, double tokens, double compute) =>
        Assert.False(Answer<double>.Of(2, new(parameters, tokens, compute), default).HasValue);

    /// <summary>Counts of zero: every law says why, and none gives infinity.</summary>
    [Fact]
    public void Laws_AskedForNothing_SayWhy()
    {
        Assert.NotNull(Clark2022.SBase.Loss(new(1e9), 0.5).WhyNone);
        Assert.NotNull(Gadre2024.C4.Loss(new TrainingFlops(0), 20).WhyNone);
        Assert.NotNull(Gadre2024.C4.Loss(new TrainingFlops(1e20), 0).WhyNone);
        Assert.NotNull(Gadre2024.C4.Loss(new ActiveParameters(0), new Tokens(1e9)).WhyNone);
        Assert.NotNull(Gadre2024.C4.Loss(new ActiveParameters(1e9), new Tokens(0)).WhyNone);
        Assert.NotNull(Krajewski2024.Law.Loss(new(0), new(1e9), 1).WhyNone);
        Assert.NotNull(Krajewski2024.Law.Loss(new(1e9), new(0), 1).WhyNone);
        Assert.NotNull(Krajewski2024.Law.DenseLoss(new(0), new(1e9)).WhyNone);
        Assert.NotNull(Krajewski2024.Law.DenseLoss(new(1e9), new(0)).WhyNone);
        Assert.NotNull(Kumar2024.Law.EffectiveParameters(new(1e9), new(0, 8, 8)).WhyNone);
        Assert.NotNull(Kumar2024.Law.EffectiveParameters(new(1e9), new(8, 0, 8)).WhyNone);
        Assert.NotNull(Kumar2024.Law.EffectiveParameters(new(1e9), new(8, 8, 0)).WhyNone);
        Assert.StartsWith("no batch takes as few", McCandlish2018.Law.LargestBatch(1, new(1e6)).WhyNone, StringComparison.Ordinal);
        Assert.StartsWith("no batch takes as few", McCandlish2018.Law.SmallestBatch(1, new(1e6)).WhyNone, StringComparison.Ordinal);
    }
}
