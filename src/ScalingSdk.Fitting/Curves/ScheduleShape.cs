using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Uncertainty;

namespace ScalingSdk.Fitting.Curves;

/// <summary>Tells a decaying schedule: by the learning rates, or by the bend that a decay puts into a curve.</summary>
internal static class ScheduleShape
{
    /// <summary>A rate that has fallen below this share of its peak decays.</summary>
    private const double Fallen = 0.9;

    /// <summary>The early part of a curve, in steps, from which the rest is foretold.</summary>
    private const double Early = 0.5;
    private const int LeastPoints = 24;

    internal static RateTrend Of(TrainingCurve curve, List<TrainingRun> points)
    {
        if (curve.LearningRates is { } rates && rates.Any(static r => r > 0))
        {
            var known = rates.Where(static r => r > 0).ToList();
            return known[known.Count - 1] < Fallen * known.Max() ? RateTrend.Decaying : RateTrend.Constant;
        }

        if (points.Count < LeastPoints)
            return RateTrend.Unknown;
        var cut = Early * points[points.Count - 1].Steps!.Value;
        var early = points.Where(p => p.Steps < cut).ToList();
        var late = points.Where(p => p.Steps > (1 - ((1 - Early) / 2)) * points[points.Count - 1].Steps!.Value).ToList();
        if (early.Count < LeastPoints / 2 || late.Count < 2)
            return RateTrend.Unknown;

        // Without decay the rest scatters about what the early part foretells.
        var fit = Fitter.Fit(CurveLoss.Instance, early);
        var sample = Bootstrap.Run(fit, new() { Resamples = 200, Resampling = Resampling.Groups });
        var below = late.Count(p => p.Loss < sample.Loss(p, 0.95).Low * (1 - fit.Diagnostics!.Noise));

        // A decay that began early bends nothing: only a rate, or its owner, tells that it stays.
        return below > late.Count / 2 ? RateTrend.Decaying : RateTrend.Unknown;
    }
}
