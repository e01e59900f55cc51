using ScalingSdk.Fitting.Data;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Schedules;

/// <summary>A curve with its learning rates, as few points: the knots of a path, and the means of the losses about them.</summary>
internal sealed record ScheduleCurve(RatePath Path, IReadOnlyList<int> Knots, IReadOnlyList<double> Losses)
{
    private const int MostKnots = 600;
    private const int MostPoints = 96;

    /// <summary>Points that a curve has at the least.</summary>
    internal const int FewestPoints = 8;
    private const double Risen = 0.9;

    /// <summary>A fall of the rate has as many points at least, however short it is.</summary>
    private const int MostTurns = 24;

    internal static ScheduleCurve? Of(TrainingCurve curve)
    {
        if (curve.LearningRates is not { } rates)
            return null;
        var kept = Enumerable.Range(0, curve.Steps.Count)
            .Where(i => curve.Steps[i] >= 0 && curve.Losses[i] > 0 && curve.Losses[i] <= double.MaxValue && rates[i] >= 0 && rates[i] <= double.MaxValue).ToArray();
        if (kept.Length < FewestPoints || !kept.Any(i => rates[i] > 0))
            return null;
        var stride = Math.Max(1, kept.Length / MostKnots);
        var knots = kept.Where((_, index) => index % stride == 0 || index == kept.Length - 1).ToArray();
        var path = new RatePath([.. knots.Select(i => curve.Steps[i])], [.. knots.Select(i => rates[i])]);

        // A log that begins at the peak has lost its warm-up, which rose to there.
        var lost = path.Steps[0] > 0 && path.Rates[0] >= Risen * path.Peak;
        if (lost)
            path = new RatePath([0, .. path.Steps], [0, .. path.Rates]);

        // The warm-up has other losses than the forms know: points start at the peak of the rate.
        var first = path.PeakKnot;
        List<int> points = [];
        List<double> losses = [];
        var (next, rate) = (0.0, path.Peak);
        var width = Math.Log((path.Steps[path.Steps.Count - 1] + 1) / (path.Steps[first] + 1)) / MostPoints;
        for (var k = first; k < path.Steps.Count; k++)
        {
            var log = Math.Log(path.Steps[k] + 1);
            var turned = Math.Abs(path.Rates[k] - rate) >= path.Peak / MostTurns;
            if (log < next && !turned && k < path.Steps.Count - 1)
                continue;
            (next, rate) = (log + width, path.Rates[k]);
            points.Add(k);
            losses.Add(Mean(curve, kept, knots, lost ? k - 1 : k));
        }

        return points.Count < FewestPoints ? null : new(path, points, losses);
    }

    // The points nearer to this knot than to its neighbours.
    private static double Mean(TrainingCurve curve, int[] kept, int[] knots, int k)
    {
        var from = k == 0 ? knots[0] : (knots[k - 1] + knots[k] + 1) / 2;
        var to = k == knots.Length - 1 ? knots[k] : (knots[k] + knots[k + 1]) / 2;
        return kept.Where(i => i >= from && i <= to).Select(i => curve.Losses[i]).DefaultIfEmpty(curve.Losses[knots[k]]).Average();
    }
}
