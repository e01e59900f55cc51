using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>The dearest tenth of the runs, and how well a law that is fitted to the others predicts it.</summary>
/// <param name="Runs">How many are held out.</param>
/// <param name="R2">The share of their variance that is explained; negative where their mean predicts better.</param>
public sealed record DearestRuns(int Runs, double R2)
{
    private const int Least = 3;
    private const int Steps = 400;

    /// <summary>Null where the table has neither compute nor size and tokens, or too few runs are left.</summary>
    internal static DearestRuns? Of(LawModel model, IReadOnlyList<double[]> observed, LawTargets all, FormulaBox box, double[] optimum, RunTable runs)
    {
        var held = Math.Max(Least, runs.Count / 10);
        if (Costs(runs) is not { } costs || runs.Count - held <= optimum.Length)
            return null;
        var dearest = Enumerable.Range(0, runs.Count).OrderByDescending(run => costs[run]).Take(held).ToList();
        if (costs.Min() >= dearest.Min(run => costs[run]))
            return null;
        var weights = costs.Select(static _ => 1.0).ToArray();
        dearest.ForEach(run => weights[run] = 0);
        var theta = (double[])optimum.Clone();
        var solver = new ProjectionSolver(model, new(model, observed, weights, all.Penalty, all.Scale), box);
        if (!(solver.Minimise(theta, Steps).Value < double.MaxValue))
            return null;
        var predictions = new double[model.Rows];
        model.Evaluate(theta, predictions, null);
        double residual = 0, total = 0;
        for (var equation = 0; equation < observed.Count; equation++)
        {
            var mean = dearest.Average(run => observed[equation][run]);
            residual += dearest.Sum(run => Square(predictions[model.Row(equation, run)] - observed[equation][run]));
            total += dearest.Sum(run => Square(observed[equation][run] - mean));
        }

        return total > 0 ? new(held, 1 - (residual / total)) : null;
    }

    private static double[]? Costs(RunTable runs)
    {
        double[]? Column(RunField field) => runs.Columns.FirstOrDefault(column => ColumnNames.Find(column).Field == field) is { } name ? runs[name] : null;

        var costs = Column(RunField.Compute)
            ?? (Column(RunField.Parameters) is { } sizes && Column(RunField.Tokens) is { } tokens ? [.. sizes.Zip(tokens, static (n, d) => n * d)] : null);
        return costs is null || costs.Any(static cost => !(cost > 0)) ? null : costs;
    }

    private static double Square(double value) => value * value;
}
