using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Answers;

/// <summary>Where one new run lies: the draws of the mean, each with the error of one of the fitted runs.</summary>
internal static class Scatter
{
    private const int Seed = 7;

    internal static Interval NewRun(FitResult fit, double[] means, double coverage)
    {
        // Residuals of a fit are smaller than errors by the parameters that it spent.
        var freedom = Math.Sqrt((double)fit.Residuals.Count / Math.Max(1, fit.Residuals.Count - fit.Form.Dimension));
        var random = SplitMix64.Stream(Seed, 0);
        var draws = new double[means.Length];
        for (var i = 0; i < draws.Length; i++)
            draws[i] = means[i] * Math.Exp(-freedom * fit.Residuals[random.NextBelow(fit.Residuals.Count)]);
        return Interval.Of([.. draws.Where(static draw => !double.IsNaN(draw))], coverage);
    }
}
