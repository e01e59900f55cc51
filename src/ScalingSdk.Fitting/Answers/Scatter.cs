using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Answers;

/// <summary>Where one new run lies: the draws of the mean, each with the error of one of the fitted runs.</summary>
internal static class Scatter
{
    private const int Seed = 7;

    internal static Interval NewRun(FitResult fit, double[] means, double widened, double coverage)
    {
        var median = Interval.Of([.. means.Where(static mean => !double.IsNaN(mean))], coverage).Median;

        // Residuals of a fit are smaller than errors by the parameters that it spent.
        var freedom = Math.Sqrt((double)fit.Residuals.Count / Math.Max(1, fit.Residuals.Count - fit.Form.Dimension));
        var random = SplitMix64.Stream(Seed, 0);
        var draws = new double[means.Length];
        for (var i = 0; i < draws.Length; i++)
            draws[i] = median * Math.Pow(means[i] / median, widened) * Math.Exp(-freedom * fit.Residuals[random.NextBelow(fit.Residuals.Count)]);
        return Interval.Of([.. draws.Where(static draw => !double.IsNaN(draw))], coverage);
    }
}
