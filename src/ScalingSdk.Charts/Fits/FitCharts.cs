using ScalingSdk.Charts.Pictures;
using ScalingSdk.Charts.Plans;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Fits;

/// <summary>A fitted law against its runs: what it misses, and how sure it is.</summary>
internal static class FitCharts
{
    private const double SameSize = 0.05;

    public static IReadOnlyList<string> Names { get; } = ["residuals", "fitted-loss"];

    public static IEnumerable<Chart> Of(FittedRuns fit)
    {
        if (fit.Runs.Count == 0)
            yield break;
        yield return Residuals(fit);
        if (fit.Interval is { } interval)
            yield return Interval(fit, interval);
    }

    private static Chart Residuals(FittedRuns fit) => new()
    {
        Id = "residuals",
        Title = "What the fitted law misses",
        Description = $"Predicted over observed loss of each of {NumberText.Grouped(fit.Runs.Count)} runs, in per cent, against the compute of the run. "
            + $"The root mean square is {NumberText.Percent(fit.RootMeanSquare)}.",
        X = new Axis("training compute, FLOP", Logarithmic: true),
        Y = new Axis("predicted loss above observed, %", Logarithmic: false),
        Curves = [new Curve("observed", [(fit.Runs.Min(static run => run.Compute), 0), (fit.Runs.Max(static run => run.Compute), 0)], Dashed: true)],
        Dots = [.. fit.Runs.Select(static run => new Dot("", run.Compute, 100 * ((run.Predicted / run.Loss) - 1)))],
    };

    private static Chart Interval(FittedRuns fit, Func<double, double, (double Low, double High)> interval)
    {
        var size = fit.Runs.Select(static run => run.Parameters).Order().ElementAt(fit.Runs.Count / 2);
        var tokens = Sampling.Powers(fit.Runs.Min(static run => run.Tokens), fit.Runs.Max(static run => run.Tokens) * 10).Where(static (_, index) => index % 4 == 0).ToList();
        return new Chart
        {
            Id = "fitted-loss",
            Title = $"The fitted law at {NumberText.Compact(size)} parameters",
            Description = $"Loss against tokens for a model of {NumberText.Compact(size)} parameters, the median size of the runs, with the "
                + $"{NumberText.Percent(fit.Coverage)} interval of the fit, continued to ten times the most tokens. Dots are the runs of about this size.",
            X = new Axis("tokens processed", Logarithmic: true),
            Y = new Axis("loss, nats per token", Logarithmic: false),
            Curves = [new Curve(fit.Law, [.. tokens.Select(d => (d, fit.Predict(size, d)))])],
            Areas =
            [
                new Area($"{NumberText.Percent(fit.Coverage)} interval", [.. tokens.Select(d => (d, interval(size, d)))
                    .Select(static pair => (pair.d, pair.Item2.Low, pair.Item2.High))]),
            ],
            Dots = [.. fit.Runs.Where(run => Math.Abs((run.Parameters / size) - 1) < SameSize).Select(static run => new Dot("", run.Tokens, run.Loss))],
        };
    }
}
