using System.Globalization;
using ScalingSdk.Laws;

namespace ScalingSdk.Training;

/// <summary>The shape of earlier runs of the same schedule: their mean excess over their own ends, and the spread of it.</summary>
/// <remarks>
/// The same schedule is the same shape of the learning rate over the run (cosine to a tenth, ...), of about the same length: the
/// shape of a run thirty times as long is another. The size matters less.
/// </remarks>
public sealed class CurveOfRuns : LearningCurve
{
    private const int Points = 50;
    private const double Coverage = 0.9;

    /// <summary>The excess of a run between its seeds and sizes that two or three runs do not show, in ln loss.</summary>
    private const double LeastSpread = 0.01;
    private readonly Interval?[] _excess = new Interval?[Points + 1];

    /// <summary>The shape of these runs.</summary>
    /// <param name="runs">Logs of finished runs of the same schedule; those without a result or without points are left out.</param>
    public CurveOfRuns(params IEnumerable<RunRecord> runs)
    {
        var curves = runs.Select(Excess).Where(static curve => curve is not null).ToList();
        if (curves.Count == 0)
            throw new ArgumentException("no run is finished and has at least 20 points: log training losses with 'Step', and the end with 'Finish'", nameof(runs));
        Runs = curves.Count;
        for (var k = 0; k <= Points; k++)
            _excess[k] = Spread([.. curves.Select(curve => curve![k]).Where(double.IsFinite)]);
    }

    /// <summary>How many runs it is the shape of.</summary>
    public int Runs { get; }

    /// <inheritdoc/>
    public override string Source => Runs == 1
        ? "one earlier run of the same schedule"
        : $"{Runs.ToString(CultureInfo.InvariantCulture)} earlier runs of the same schedule";

    /// <inheritdoc/>
    public override Interval? ExcessAt(double part)
    {
        if (part is < 0 or > 1)
            return null;
        var at = part * Points;
        var below = Math.Min((int)at, Points - 1);
        return _excess[below] is { } left && _excess[below + 1] is { } right ? Between(left, right, at - below) : null;
    }

    private static Interval Between(Interval a, Interval b, double t) => new(
        a.Low + (t * (b.Low - a.Low)), a.Median + (t * (b.Median - a.Median)), a.High + (t * (b.High - a.High)), Coverage);

    // Student's t for the next run: few runs say little about their spread.
    private static Interval? Spread(double[] values)
    {
        if (values.Length == 0)
            return null;
        var mean = values.Average();
        var sd = values.Length == 1 ? 0 : Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        double[] t95 = [6.31, 6.31, 2.92, 2.35, 2.13, 2.02, 1.94, 1.89, 1.86, 1.83];
        var half = t95[Math.Min(values.Length - 1, t95.Length - 1)] * Math.Max(sd, LeastSpread) * Math.Sqrt(1 + (1.0 / values.Length));
        return new(mean - half, mean, mean + half, Coverage);
    }

    // Means over a fiftieth of the run; the end is the mean of the last one, on training losses throughout.
    private static double[]? Excess(RunRecord run)
    {
        if (run.Result is not { } result || run.Points.Count < 20)
            return null;
        var sums = new double[Points + 1];
        var counts = new int[Points + 1];
        foreach (var point in run.Points)
        {
            var bin = (int)Math.Round(point.Tokens / result.Tokens * Points);
            if (bin < 0 || bin > Points || !(point.Loss > 0) || !double.IsFinite(point.Loss))
                continue;
            sums[bin] += Math.Log(point.Loss);
            counts[bin]++;
        }

        if (counts[Points] == 0)
            return null;
        var end = sums[Points] / counts[Points];
        return [.. sums.Select((sum, k) => counts[k] > 0 ? (sum / counts[k]) - end : double.NaN)];
    }
}
