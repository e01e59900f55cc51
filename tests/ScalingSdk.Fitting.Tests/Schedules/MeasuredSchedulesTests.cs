using ScalingSdk.Fitting.Curves;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Schedules;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Tests.Schedules;

/// <summary>The 27 public curves as measured: three schedules at each of three sizes are fitted, the ends of the six others foretold.</summary>
public sealed class MeasuredSchedulesTests
{
    private const string Table = "schedule-curves";
    private const double Peak = 3e-4;
    private const int Warmup = 2160;

    private static readonly string[] Sizes = ["25M", "100M", "400M"];
    private static readonly double[] Parts = [0.4, 0.5, 0.7];
    private static readonly string[] Fitted = ["constant_24000", "cosine_24000", "wsdcon_9"];
    private static readonly string[] Foretold = ["wsd_20000_24000", "wsdld_20000_24000", "cosine_72000", "constant_72000", "wsdcon_3", "wsdcon_18"];

    private static readonly Lazy<List<End>> Three = new(static () => [.. Sizes.SelectMany(static size => Ends(size, Fitted))]);
    private static readonly Lazy<List<End>> Two = new(static () => [.. Sizes.SelectMany(static size => Ends(size, Fitted[..2]))]);

    // Each of the three curves of a size alone.
    private static readonly Lazy<List<End>> One = new(static () => [.. Sizes.SelectMany(static size => Fitted.SelectMany(curve => Ends(size, [curve])))]);

    [Fact]
    public void Curves_OfTheTable_Are27() =>
        Assert.Equal(27, PublicRuns.Rows(Table).Select(static row => (row["size"], row["schedule"])).Distinct().Count());

    [Fact]
    public void EndOfTheRun_FromThreeCurves_IsMetWithin12ThousandthsInTheMean() => Assert.InRange(Three.Value.Average(static end => end.Error), 0, 0.012);

    [Fact]
    public void EndOfTheRun_FromTwoCurves_IsMetWithin12ThousandthsInTheMean() => Assert.InRange(Two.Value.Average(static end => end.Error), 0, 0.012);

    [Fact]
    public void EndOfTheRun_AgainstIgnoringTheSchedule_IsNearer() => Assert.All(new[] { Three.Value, Two.Value }, static ends => Assert.True(
        ends.Average(static end => end.Error) < ends.Average(static end => end.Ignoring) / 2,
        "twice the mean error is not below that of a forecast that ignores the schedule: " + string.Join("; ", ends)));

    [Fact]
    public void Intervals_OfNinetyPercent_HoldNineInTen() => Assert.All(new[] { Three.Value, Two.Value, One.Value }, static ends => Assert.True(
        ends.Count(static end => end.Held) >= 0.9 * ends.Count, "outside: " + string.Join("; ", ends.Where(static end => !end.Held))));

    // The rows after the warm-up, of which the log then knows nothing. Counted in full alone, 1 of these 9 was held.
    [Fact]
    public void EndOfAConstantRate_FromALogWithoutItsWarmup_IsHeldEightTimesInNine()
    {
        var ends = Sizes.SelectMany(static size => Parts.Select(part =>
        {
            var curve = Curve(size, "constant_24000");
            var kept = curve.Steps.Count(step => step <= part * curve.Steps[^1]);
            var cut = curve with { Steps = [.. curve.Steps.Take(kept)], Losses = [.. curve.Losses.Take(kept)], LearningRates = [.. curve.LearningRates!.Take(kept)] };
            var end = curve.Losses.Skip(curve.Losses.Count - 5).Average();
            var forecast = CurveForecast.Of(cut, curve.Steps[^1], resamples: 300, schedule: RateTrend.Constant);
            return (size, part, Held: forecast.Interval!.Value.Low <= end && end <= forecast.Interval.Value.High);
        })).ToList();

        Assert.True(ends.Count(static end => end.Held) >= 8, "outside: " + string.Join("; ", ends.Where(static end => !end.Held)));
    }

    private static IEnumerable<End> Ends(string size, string[] fitted)
    {
        var curves = fitted.Select(name => Curve(size, name)).ToArray();
        var fit = ScheduleFit.Of([.. curves.Select(static curve => ScheduleCurve.Of(curve)!)]);
        foreach (var name in Foretold)
        {
            var (step, measured) = Rows(size, name).Select(static row => (row.Number("step"), row.Number("loss"))).Single();
            var (loss, interval) = ScheduleForecast.EndOf(fit, Path(name, (int)step), coverage: 0.9);
            var ignoring = CurveForecast.Of(curves[0], step, resamples: 20, schedule: RateTrend.Constant).Loss;
            yield return new(size, name, Math.Abs(loss - measured), Math.Abs(ignoring - measured), interval.Low <= measured && measured <= interval.High);
        }
    }

    private static TrainingCurve Curve(string size, string name)
    {
        var rows = Rows(size, name).ToArray();
        return new()
        {
            Name = name,
            Steps = [.. rows.Select(static row => row.Number("step"))],
            LearningRates = [.. rows.Select(static row => row.Number("rate"))],
            Losses = [.. rows.Select(static row => row.Number("loss"))],
        };
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string size, string name) => PublicRuns.Rows(Table)
        .Where(row => string.Equals(row["size"], size, StringComparison.Ordinal) && string.Equals(row["schedule"], name, StringComparison.Ordinal));

    // A linear warm-up, then as the schedule's name says.
    private static RatePath Path(string name, int last)
    {
        int[] steps = [0, .. Enumerable.Range(0, last + 1).Where(t => t >= Warmup && (t % 16 == 0 || t == last || t is 7999 or 8000))];
        return new([.. steps.Select(static t => (double)t)], [.. steps.Select(Rate)]);

        double Rate(int t) => t < Warmup ? Peak * t / Warmup : name switch
        {
            "cosine_72000" => Peak * (0.1 + (0.45 * (1 + Math.Cos(Math.PI * (t - Warmup) / (72_000 - Warmup))))),
            "wsd_20000_24000" => Peak * Math.Pow(0.1, Math.Max(0, t - 20_000) / 4000.0),
            "wsdld_20000_24000" => Peak * (1 - (0.9 * Math.Max(0, t - 20_000) / 4000.0)),
            "wsdcon_3" when t >= 8000 => 3e-5,
            "wsdcon_18" when t >= 8000 => 1.8e-4,
            _ => Peak,
        };
    }

    /// <summary>How far the end was foretold from the measured one, and how far without a look at the schedule.</summary>
    private sealed record End(string Size, string Schedule, double Error, double Ignoring, bool Held);
}
