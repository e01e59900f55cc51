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
        var places = Enumerable.Range(0, logs.Count).GroupBy(logs.Run).ToDictionary(static group => group.Key, static group => group.ToArray());
        var unit = 0;
        foreach (var (_, runs) in ByBudget(Enumerable.Range(0, logs.Count).Select(logs.Run)))
        {
            foreach (var i in runs.Distinct().SelectMany(run => places[run]))
                unitOf[i] = unit;
            unit++;
        }

        return unitOf;
    }

    /// <summary>The size of each run, counted from 0.</summary>
    internal static int[] SizeOf(RunLogs logs)
    {
        var order = Enumerable.Range(0, logs.Count).OrderBy(i => logs.X[i]).ToArray();
        var of = new int[logs.Count];
        var unit = 0;
        for (var k = 1; k < order.Length; k++)
        {
            if (logs.X[order[k]] - logs.X[order[k - 1]] > SameSize)
                unit++;
            of[order[k]] = unit;
        }

        return of;
    }

    private static double Mean(List<TrainingRun> group) => group[0].Compute * group.Average(run => run.Compute / group[0].Compute);
}
