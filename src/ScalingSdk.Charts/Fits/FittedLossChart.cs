using ScalingSdk.Charts.Pictures;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Fits;

/// <summary>The fitted law at the median size of its runs, with its interval, and beyond the most tokens.</summary>
internal static class FittedLossChart
{
    private const double SameSize = 0.05;
    private const double Beyond = 10;
    private const int Points = 24;

    /// <summary>Null where nothing was resampled.</summary>
    public static Chart? Of(FittedRuns fit)
    {
        if (fit.Interval is not { } interval)
            return null;
        var size = fit.Runs.Select(static run => run.Parameters).Order().ElementAt(fit.Runs.Count / 2);
        var (least, most) = (fit.Runs.Min(static run => run.Tokens), fit.Runs.Max(static run => run.Tokens));
        List<double> tokens = [.. Powers(least, most), .. Powers(most, most * Beyond).Skip(1)];
        return new Chart
        {
            Id = "fitted-loss",
            Title = $"The fitted law at {NumberText.Compact(size)} parameters",
            Description = $"Loss against tokens for a model of {NumberText.Compact(size)} parameters, the median size of the runs, with the "
                + $"{NumberText.Percent(fit.Coverage)} interval of the fit, continued to ten times the most tokens. Dots are the runs of about this size.",
            X = new Axis("tokens processed", Logarithmic: true),
            Y = new Axis("loss, nats per token", Logarithmic: false),
            Curves = [new Curve(fit.Law, [.. tokens.Select(d => new SampledPoint(d, fit.Predict(size, d), d <= most))])],
            Areas = [new Area($"{NumberText.Percent(fit.Coverage)} interval", [.. tokens.Where(static (_, index) => index % 3 == 0).Select(d => (d, interval(size, d))).Select(static pair => (pair.d, pair.Item2.Low, pair.Item2.High))])],
            Dots = [.. fit.Runs.Where(run => Math.Abs((run.Parameters / size) - 1) < SameSize).Select(static run => new Dot("", run.Tokens, run.Loss))],
            DotsAre = fit.Of is null ? "runs of about this size" : $"runs of about this size, of {fit.Drawn(fit.Runs.Count)}",
        };
    }

    private static IEnumerable<double> Powers(double from, double to) => Enumerable.Range(0, Points + 1).Select(i => from * Math.Pow(to / from, (double)i / Points));
}
