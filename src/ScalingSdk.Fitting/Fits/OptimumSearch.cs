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
        // Of very many runs, some lead every start to a minimum of theirs: what is left on all of them is a few steps.
        var some = SomeRuns.Of(logs.Count) is { } few ? new RunLogs([.. few.Select(logs.Run)], logs) : null;
        var grid = options.Starts == StartMethod.PublishedGrid && form.Dimension == 5 && form is ChinchillaLoss;
        var starts = grid ? PublishedGrid.Starts(logs) : form.Starts(some ?? logs, options.Penalty, options.Seed);
        var ends = Solve(form, some ?? logs, options, starts, grid);
        if (some is not null)
            ends = Finish(form, logs, options, starts);
        return Choose(form, logs, some, options, starts, ends);
    }

    private static Solution[] Solve(LossForm form, RunLogs logs, FitOptions options, IReadOnlyList<double[]> starts, bool grid)
    {
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
        return ends;
    }

    // Starts that met on some runs go on together.
    private static Solution[] Finish(LossForm form, RunLogs logs, FitOptions options, IReadOnlyList<double[]> starts)
    {
        const double Met = 1e-6;
        var (objective, solver) = (form.Pose(logs, options.Penalty), new NewtonSolver(form.Dimension));
        var solved = new List<(double[] From, double[] To, Solution End)>();
        var ends = new Solution[starts.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            var from = (double[])starts[i].Clone();
            var at = solved.FindIndex(other => other.From.Zip(from, static (a, b) => Math.Abs(a - b) <= Met * (1 + Math.Abs(b))).All(static near => near));
            if (at < 0)
            {
                var to = (double[])from.Clone();
                solved.Add((from, to, solver.Minimise(objective, to)));
                at = solved.Count - 1;
            }

            Array.Copy(solved[at].To, starts[i], from.Length);
            ends[i] = solved[at].End;
        }

        return ends;
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

    private static OptimumSearch Choose(LossForm form, RunLogs logs, RunLogs? some, FitOptions options, IReadOnlyList<double[]> starts, Solution[] ends)
    {
        var best = 0;
        for (var i = 1; i < ends.Length; i++)
        {
            if (ends[i].Value < ends[best].Value || double.IsNaN(ends[best].Value))
                best = i;
        }

        var solver = new NewtonSolver(form.Dimension);
        var (objective, scout) = (form.Pose(logs, options.Penalty), some is null ? null : form.Pose(some, options.Penalty));
        Solution Minimise(double[] theta)
        {
            if (scout is not null)
                solver.Minimise(scout, theta);
            return solver.Minimise(objective, theta);
        }

        var above = ends[best].Value + (SameMinimum * ends[best].Value) + 1e-18;
        var next = form.Rivals(starts[best]).Select(rival => (End: Minimise(rival.Theta), rival.Is))
            .Concat(ends.Select(static end => (End: end, Is: "a minimum that other starts reach")))
            .Where(other => other.End.Converged && other.End.Value > above)
            .OrderBy(static other => other.End.Value)
            .Select(static other => ((double Value, string Is)?)(other.End.Value, other.Is)).FirstOrDefault();
        return new(starts[best], ends[best], next, starts.Count, ends.Count(end => end.Value <= above));
    }
}
