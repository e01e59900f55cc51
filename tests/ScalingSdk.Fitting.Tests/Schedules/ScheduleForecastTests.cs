using ScalingSdk.Fitting.Curves;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Schedules;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Tests.Schedules;

/// <summary>
/// The nine public schedules at three sizes, rebuilt from the published fits (which are within 0.005 nats of the measured curves in the
/// mean) with noise, warm-up included. Three or two of them are fitted, the others foretold; the measured curves have tests of their own.
/// </summary>
public sealed class ScheduleForecastTests
{
    private const double Peak = 3e-4;
    private const int Warmup = 2160;
    private const int Every = 64;
    private const double Noise = 0.003;

    private static readonly string[] Schedules =
        ["constant_24000", "cosine_24000", "wsdcon_9", "wsdcon_3", "wsdcon_18", "wsd_20000_24000", "wsdld_20000_24000", "constant_72000", "cosine_72000"];

    private static readonly Lazy<List<(double Error, double Ignoring, bool Held)>> Three = new(static () => Ends(3));
    private static readonly Lazy<List<(double Error, double Ignoring, bool Held)>> Two = new(static () => Ends(2));

    [Fact]
    public void EndOfTheRun_FromThreeCurves_IsMetWithin12ThousandthsInTheMean() => Assert.InRange(Three.Value.Average(static end => end.Error), 0, 0.012);

    [Fact]
    public void EndOfTheRun_FromTwoCurvesByTheOtherForm_IsMetWithin12ThousandthsInTheMean() => Assert.InRange(Two.Value.Average(static end => end.Error), 0, 0.012);

    [Fact]
    public void EndOfTheRun_AgainstIgnoringTheSchedule_IsNearer() => Assert.All(
        new[] { Three.Value, Two.Value }, static ends => Assert.True(ends.Average(static end => end.Error) < ends.Average(static end => end.Ignoring)));

    [Fact]
    public void Intervals_OfNinetyPercent_HoldNineInTen() => Assert.All(
        new[] { Three.Value, Two.Value }, static ends => Assert.InRange(ends.Count(static end => end.Held) / (double)ends.Count, 0.9, 1));

    // What was measured on the 400M model.
    [Theory]
    [InlineData("constant", 24_000, 2.8167)]
    [InlineData("cosine:0.1", 72_000, 2.6154)]
    public void MeasuredEnd_OfThe400MModel_LiesInTheInterval(string schedule, double steps, double measured)
    {
        var forecast = ScheduleForecast.Of([.. Schedules.Take(3).Select(static name => Curve(name, 2))], RateSchedule.Parse(schedule)!, steps);

        Assert.InRange(measured, forecast.Interval!.Value.Low, forecast.Interval.Value.High);
    }

    [Fact]
    public void Decay_ThatNoCurveHas_IsTakenFromPublicCurvesAndSaysSo()
    {
        var forecast = ScheduleForecast.Of([Curve("constant_24000", 2)], RateSchedule.Parse("wsd:0.2")!, 24_000);
        var known = ScheduleForecast.Of([Curve("constant_24000", 2), Curve("wsdld_20000_24000", 2)], RateSchedule.Parse("wsd:0.2")!, 24_000);

        Assert.Contains(forecast.Findings, static finding => finding.Text.Contains("no curve decays", StringComparison.Ordinal));
        Assert.InRange(forecast.Loss, 2.62, 2.78);
        Assert.True(Width(forecast) > Width(known), "a decay that was never seen is known less well");
    }

    [Fact]
    public void Log_WithoutItsWarmup_GivesNearlyTheSame()
    {
        TrainingCurve[] whole = [Curve("constant_24000", 1), Curve("cosine_24000", 1), Curve("wsdcon_9", 1)];
        double End(IReadOnlyList<TrainingCurve> curves) => ScheduleForecast.Of(curves, RateSchedule.Parse("wsd:0.2")!, 30_000).Loss;

        Assert.Equal(End(whole), End([.. whole.Select(static curve => curve.After(Warmup))]), 0.01);
    }

    // Seven rows with a rate lack rows, not the name of a column.
    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public void Forecast_OfTooFewRows_SaysSo(int rows)
    {
        var curve = new TrainingCurve
        {
            Name = "short",
            Steps = [.. Enumerable.Range(1, rows).Select(static i => 100.0 * i)],
            Losses = [.. Enumerable.Range(1, rows).Select(static i => 5 - (0.1 * i))],
            LearningRates = [.. Enumerable.Repeat(3e-4, rows)],
        };

        Assert.Contains("needs 8 rows or more", Assert.Single(ScheduleForecast.Of([curve], RateSchedule.Parse("wsd:0.2")!, 24_000).Findings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Curve_WithoutLearningRates_HasNoForecastAndSaysWhatToName()
    {
        var forecast = ScheduleForecast.Of([Curve("constant_24000", 2) with { LearningRates = null }], RateSchedule.Parse("wsd:0.2")!, 24_000);

        Assert.True(double.IsNaN(forecast.Loss));
        Assert.Null(forecast.Interval);
        Assert.Contains(forecast.Findings, static finding => finding.Text.Contains("--column lr", StringComparison.Ordinal));
    }

    [Fact]
    public void Forecast_FarBeyondTheCurves_SaysSo() => Assert.Contains(
        ScheduleForecast.Of([Curve("wsd_20000_24000", 0)], RateSchedule.Parse("cosine")!, 1e6).Findings, static finding => finding.Text.Contains("far outside", StringComparison.Ordinal));

    private static double Width(CurveForecast forecast) => forecast.Interval!.Value.High - forecast.Interval.Value.Low;

    private static List<(double Error, double Ignoring, bool Held)> Ends(int fitted)
    {
        var ends = new List<(double, double, bool)>();
        for (var size = 0; size < 3; size++)
        {
            var known = Schedules.Take(fitted).Select(name => Curve(name, size)).ToArray();
            foreach (var (name, text) in new[] { ("wsdld_20000_24000", "wsd:0.183150183150183:0.1"), ("constant_72000", "constant"), ("cosine_72000", "cosine:0.1") })
            {
                var path = Path(name);
                var truth = MultiPowerLaw.Examples[size].Loss(path, path.Steps.Count - 1);
                var steps = path.Steps[^1];
                var forecast = ScheduleForecast.Of(known, RateSchedule.Parse(text)!, steps);
                var ignoring = CurveForecast.Of(known[1].After(Warmup), steps, resamples: 20, schedule: RateTrend.Constant);
                ends.Add((Math.Abs(forecast.Loss - truth), Math.Abs(ignoring.Loss - truth), forecast.Interval!.Value.Low <= truth && truth <= forecast.Interval.Value.High));
            }
        }

        return ends;
    }

    private static TrainingCurve Curve(string name, int size)
    {
        var path = Path(name);
        var random = new SplitMix64((ulong)(size + 1) * 977);
        var knots = Enumerable.Range(1, (path.Steps.Count - 1) / Every).Select(static k => k * Every).ToArray();
        return new()
        {
            Name = name,
            Steps = [.. knots.Select(k => path.Steps[k])],
            LearningRates = [.. knots.Select(k => path.Rates[k])],
            Losses = [.. knots.Select(k => MultiPowerLaw.Examples[size].Loss(path, k) + (Noise * random.NextNormal()))],
        };
    }

    private static RatePath Path(string name)
    {
        var length = name.EndsWith("72000", StringComparison.Ordinal) ? 72_000 : name.StartsWith("wsdcon", StringComparison.Ordinal) ? 16_000 : 24_000;
        var rates = new double[length];
        for (var t = 0; t < length; t++)
        {
            var fallen = Math.Max(0, (t - 20_000) / (double)(length - 1 - 20_000));
            rates[t] = t < Warmup ? Peak * t / (Warmup - 1) : name switch
            {
                _ when name.StartsWith("cosine", StringComparison.Ordinal) =>
                    (0.1 * Peak) + (0.45 * Peak * (1 + Math.Cos(Math.PI * (t - Warmup) / (length - 1 - Warmup)))),
                "wsd_20000_24000" => Peak * Math.Pow(0.1, fallen),
                "wsdld_20000_24000" => Peak * (1 - (0.9 * fallen)),
                _ when name.StartsWith("wsdcon", StringComparison.Ordinal) && t >= 8000 => double.Parse(name.AsSpan(7), System.Globalization.CultureInfo.InvariantCulture) * 1e-5,
                _ => Peak,
            };
        }

        return new RatePath([.. Enumerable.Range(0, length).Select(static t => (double)t)], rates);
    }
}
