using ScalingSdk.Fitting.Chinchilla;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Fits;

/// <summary>The lowest minimum of a form on runs, and the next one.</summary>
internal sealed record OptimumSearch(double[] Theta, Solution Solution, (double Value, string Is)? NextMinimum, int Starts, int Reached)
{
    /// <summary>Objectives closer than this are one minimum.</summary>
    private const double SameMinimum = 1e-6;

    private static readonly double[] Widths = [1000, 100, 20, 4];

    internal static OptimumSearch Run(LossForm form, RunLogs logs, FitOptions options)
    {
        var grid = options.Starts == StartMethod.PublishedGrid && form.Dimension == 5 && form is ChinchillaLoss;
        var starts = grid ? PublishedGrid.Starts(logs) : form.Starts(logs, options.Penalty, options.Seed);
        var ends = new Solution[starts.Count];
        Parallel.For(
            0, starts.Count, new ParallelOptions { MaxDegreeOfParallelism = starts.Count < 100 ? 1 : Math.Max(1, options.MaxThreads) },
            () => (Objective: form.Pose(logs, options.Penalty), Solver: new NewtonSolver(form.Dimension)),
            (i, _, own) =>
            {
                ends[i] = grid ? Descend(own.Objective, own.Solver, starts[i], options.Penalty) : own.Solver.Minimise(own.Objective, starts[i]);
                return own;
            },
            static _ => { });
        return Choose(form, logs, options, starts, ends);
    }

    // From afar every run is in the tails and nothing curves the objective: wider penalties lead in.
    private static Solution Descend(Objective objective, NewtonSolver solver, double[] start, Penalty penalty)
    {
        foreach (var width in Widths)
        {
            objective.Penalty = penalty with { Delta = width * penalty.Delta };
            solver.Minimise(objective, start, limit: 30);
        }

        objective.Penalty = penalty;
        return solver.Minimise(objective, start, limit: 200);
    }

    private static OptimumSearch Choose(LossForm form, RunLogs logs, FitOptions options, IReadOnlyList<double[]> starts, Solution[] ends)
    {
        var best = 0;
        for (var i = 1; i < ends.Length; i++)
        {
            if (ends[i].Value < ends[best].Value || double.IsNaN(ends[best].Value))
                best = i;
        }

        var solver = new NewtonSolver(form.Dimension);
        var objective = form.Pose(logs, options.Penalty);
        var above = ends[best].Value + (SameMinimum * ends[best].Value) + 1e-18;
        var next = form.Rivals(starts[best]).Select(rival => (End: solver.Minimise(objective, rival.Theta), rival.Is))
            .Concat(ends.Select(static end => (End: end, Is: "a minimum that other starts reach")))
            .Where(other => other.End.Converged && other.End.Value > above)
            .OrderBy(static other => other.End.Value)
            .Select(static other => ((double Value, string Is)?)(other.End.Value, other.Is)).FirstOrDefault();
        return new(starts[best], ends[best], next, starts.Count, ends.Count(end => end.Value <= above));
    }
}
