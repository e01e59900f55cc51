using MathNet.Numerics.LinearRegression;
using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Allocation;

/// <summary>Loss as a parabola of ln N at one budget (Hoffmann et al. 2022, approach 2).</summary>
internal static class Parabola
{
    private const int LeastSizes = 4;
    private const double SameSize = 1e-3;

    internal static IsoFlopBudget Through(double compute, IReadOnlyList<TrainingRun> runs, Func<TrainingRun, double>? loss = null)
    {
        var budget = new IsoFlopBudget { Compute = compute, Runs = runs };
        double[] x = [.. runs.Select(static run => Math.Log(run.Parameters))];
        double[] y = [.. runs.Select(loss ?? (static run => run.Loss))];
        var sizes = x.OrderBy(static v => v).Aggregate((Count: 0, Last: double.NegativeInfinity), static (seen, v) => v - seen.Last > SameSize ? (seen.Count + 1, v) : seen).Count;
        if (sizes < LeastSizes)
            return budget with { Refusal = IsoFlopRefusal.TooFewSizes };
        var centre = x.Average();
        double[] centred = [.. x.Select(v => v - centre)];
        double[] roots = [.. runs.Select(static run => Math.Sqrt(run.Weight))];
        var rows = centred.Select((v, i) => new[] { roots[i], roots[i] * v, roots[i] * v * v }).ToArray();
        var c = MultipleRegression.QR(rows, [.. y.Select((v, i) => roots[i] * v)]);
        if (!(c[2] > 0))
            return budget with { Refusal = IsoFlopRefusal.Concave };
        var vertex = -c[1] / (2 * c[2]);
        if (vertex <= centred.Min() || vertex >= centred.Max())
            return budget with { Refusal = IsoFlopRefusal.EdgeMinimum };
        var least = c[0] + (vertex * (c[1] + (vertex * c[2])));
        return budget with { Parameters = Math.Exp(vertex + centre), Loss = least, Flatness = Math.Exp(Math.Sqrt(0.01 * least / c[2])) };
    }
}
