using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Training.Tests;

/// <summary>The shape of a run by its schedule.</summary>
public sealed class AnnealedCurveTests
{
    private static AnnealedCurve Of(string schedule) => new(RateSchedule.Parse(schedule)!, new Steps(24_000), 3e-4);

    [Fact]
    public void ExcessAt_TheEnd_IsNothing()
    {
        var end = Of("wsd:0.2").ExcessAt(1)!.Value;

        Assert.Equal(0, end.Low, 12);
        Assert.Equal(0, end.High, 12);
    }

    [Fact]
    public void ExcessAt_BeforeADecay_IsWhatTheDecayWillGain()
    {
        var decaying = Of("wsd:0.2").ExcessAt(0.8)!.Value;
        var constant = Of("constant").ExcessAt(0.8)!.Value;

        Assert.InRange(decaying.Median - constant.Median, 0.03, 0.08);
    }

    [Fact]
    public void ExcessAt_AnyPart_FallsTowardsTheEnd()
    {
        var curve = Of("cosine:0.1");
        var parts = Enumerable.Range(1, 10).Select(part => curve.ExcessAt(part / 10.0)!.Value.Median).ToArray();

        Assert.Equal(parts.OrderDescending(), parts);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(1.1)]
    public void ExcessAt_OutsideTheRun_IsNothing(double part) => Assert.Null(Of("cosine").ExcessAt(part));

    [Fact]
    public void Curve_OfOwnLaw_NamesIt() => Assert.Contains(
        "own runs", new AnnealedCurve(RateSchedule.Parse("linear")!, new Steps(1e5), 1e-3, AnnealingLaw.Examples[0]).Source, StringComparison.Ordinal);

    [Theory]
    [InlineData(10, 3e-4)]
    [InlineData(1e5, 0)]
    [InlineData(double.NaN, 3e-4)]
    public void Curve_OfNoRun_IsRefused(double steps, double peak) =>
        Assert.Throws<ArgumentException>(() => new AnnealedCurve(RateSchedule.Parse("cosine")!, new Steps(steps), peak));

    [Fact]
    public void Monitor_OfAWsdRun_StaysQuietOnItsOwnShape()
    {
        var tokens = new Tokens(24e9);
        var forecast = RunForecast.Stated(tokens, Made.Around(2.7), Of("wsd:0.2"));
        var truth = AnnealingLaw.Examples[1];
        var path = new RatePath([.. Enumerable.Range(0, 501).Select(k => k * 48.0)], [.. Enumerable.Range(0, 501).Select(k => 3e-4 * RateSchedule.Parse("wsd:0.2")!.At(k / 500.0))]);
        var losses = truth.Losses(path);

        Assert.All(Enumerable.Range(50, 450), k =>
        {
            var loss = 2.7 * losses[k] / losses[500];
            var at = forecast.At(tokens.Count * k / 500)!.Value;
            Assert.InRange(loss, at.Low, at.High);
        });
    }
}
