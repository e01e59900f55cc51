using ScalingSdk.Charts.Pictures;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Fits;

/// <summary>Predicted over observed loss of each run: a law that holds misses as much on one side as on the other, everywhere.</summary>
internal static class ResidualCharts
{
    private const double Spread = 0.6;

    public static Chart ByCompute(FittedRuns fit) => Draw(fit, "residuals", "What the fitted law misses, by compute", "the compute of the run", "training compute, FLOP", static run => run.Compute);

    public static Chart BySize(FittedRuns fit) => Draw(fit, "residuals-size", "What the fitted law misses, by size", "the size of the model", "parameters", static run => run.Parameters);

    /// <summary>Null where the runs are of one corpus.</summary>
    public static Chart? ByCorpus(FittedRuns fit)
    {
        List<string> corpora = [.. fit.Runs.Select(static run => run.Corpus).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (corpora.Count < 2)
            return null;

        // Runs of one corpus side by side in their order, so that none hides another.
        List<Dot> dots = [.. fit.Runs.Where(static run => run.Corpus is not null).GroupBy(static run => run.Corpus!, StringComparer.Ordinal).SelectMany(corpus =>
            corpus.Select((run, index) => new Dot("", corpora.IndexOf(corpus.Key) + (Spread * (((index + 0.5) / corpus.Count()) - 0.5)), Missed(run))))];
        return Picture(fit, "residuals-corpus", "What the fitted law misses, by corpus", "its corpus", new Axis("corpus", Logarithmic: false) { Names = corpora }, dots, -0.5, corpora.Count - 0.5);
    }

    private static Chart Draw(FittedRuns fit, string id, string title, string against, string axis, Func<FittedRun, double> x) => Picture(
        fit, id, title, against, new Axis(axis, Logarithmic: true), [.. fit.Runs.Select(run => new Dot("", x(run), Missed(run)))], fit.Runs.Min(x), fit.Runs.Max(x));

    private static Chart Picture(FittedRuns fit, string id, string title, string against, Axis x, List<Dot> dots, double from, double to) => new()
    {
        Id = id,
        Title = title,
        Description = $"Predicted over observed loss of each of {fit.Drawn(dots.Count)}, in per cent, against {against}. "
            + $"The root mean square is {NumberText.Percent(fit.RootMeanSquare)}.",
        X = x,
        Y = new Axis("predicted above observed loss, %", Logarithmic: false),
        Curves = [new Curve("no error", [new(from, 0), new(to, 0)]) { Reference = true }],
        Areas = [new Area($"root mean square, {NumberText.Percent(fit.RootMeanSquare)}", [(from, -100 * fit.RootMeanSquare, 100 * fit.RootMeanSquare), (to, -100 * fit.RootMeanSquare, 100 * fit.RootMeanSquare)])],
        Dots = dots,
        DotsAre = fit.Of is null ? "runs" : fit.Drawn(dots.Count),
    };

    private static double Missed(FittedRun run) => 100 * ((run.Predicted / run.Loss) - 1);
}
