namespace ScalingSdk.Fitting.Data;

/// <summary>Runs that go together: those of one budget of compute, those of one size.</summary>
internal static class RunGroups
{
    /// <summary>Budgets closer than this are one.</summary>
    private const double SameBudget = 0.05;

    /// <summary>Sizes closer than this are one: two counts of the same model.</summary>
    private const double SameSize = 1e-3;

    /// <summary>Runs of about one compute, the mean of their compute as the budget.</summary>
    internal static IEnumerable<(double Compute, IReadOnlyList<TrainingRun> Runs)> ByBudget(IEnumerable<TrainingRun> runs)
    {
        var group = new List<TrainingRun>();
        foreach (var run in runs.OrderBy(static run => run.Compute))
        {
            if (group.Count > 0 && run.Compute > group[0].Compute * (1 + SameBudget))
            {
                yield return (Mean(group), group);
                group = [];
            }

            group.Add(run);
        }

        if (group.Count > 0)
            yield return (Mean(group), group);
    }

    /// <summary>The budget of each run, counted from 0.</summary>
    internal static int[] BudgetOf(RunLogs logs)
    {
        var unitOf = new int[logs.Count];
        var (compute, order) = (new double[logs.Count], new int[logs.Count]);
        for (var i = 0; i < order.Length; i++)
            (compute[i], order[i]) = (logs.Run(i).Compute, i);
        Array.Sort(compute, order);
        var unit = 0;
        var first = 0;
        for (var k = 0; k < order.Length; k++)
        {
            if (compute[k] > compute[first] * (1 + SameBudget))
                (first, unit) = (k, unit + 1);
            unitOf[order[k]] = unit;
        }

        return unitOf;
    }

    /// <summary>The size of each run, counted from 0.</summary>
    internal static int[] SizeOf(RunLogs logs)
    {
        int[] order = [.. Enumerable.Range(0, logs.Count)], of = new int[logs.Count];
        var sizes = (double[])logs.X.Clone();
        Array.Sort(sizes, order);
        var unit = 0;
        var first = 0;
        for (var k = 1; k < order.Length; k++)
        {
            // Of the first of them: sizes that lie close all the way are not one size.
            if (sizes[k] - sizes[first] > SameSize)
                (first, unit) = (k, unit + 1);
            of[order[k]] = unit;
        }

        return of;
    }

    private static double Mean(List<TrainingRun> group) => group[0].Compute * group.Average(run => run.Compute / group[0].Compute);
}
