namespace ScalingSdk.Tool.Sweeps;

/// <summary>Tasks that share their limits: one job array.</summary>
/// <param name="Indices">Their runs, by index in the manifest, rising.</param>
/// <param name="Limits">What each of them may take.</param>
/// <param name="AtATime">How many of them run at a time; null is as many as Slurm starts.</param>
internal sealed record SlurmArray(IReadOnlyList<int> Indices, TaskLimits Limits, int? AtATime)
{
    /// <summary>The arrays of a sweep, the longest limit first; together never more tasks at a time than are allowed.</summary>
    /// <remarks>
    /// All tasks of an array have one limit. With the largest for all, a run of minutes would wait for a gap of hours and hold its
    /// devices for hours where it hangs; so the runs of one time limit are an array, with the memory of their largest. What may run at a time is shared out by the work of
    /// the arrays, so that they end together; with fewer places than arrays, neighbours share an array and its larger limits.
    /// </remarks>
    public static IReadOnlyList<SlurmArray> Of(IReadOnlyList<(int Index, TaskLimits Limits, double Work)> tasks, int? atATime)
    {
        var classes = tasks.GroupBy(static task => (task.Limits.Minutes, task.Limits.Accelerators))
            .Select(static group => (Limits: group.Select(static task => task.Limits).Aggregate(static (one, other) => one.Or(other)), Tasks: group.ToList()))
            .OrderByDescending(static c => c.Limits.Minutes ?? 0).ThenByDescending(static c => c.Limits.Accelerators)
            .ToList();
        while (classes.Count > (atATime ?? int.MaxValue))
        {
            var (last, before) = (classes[^1], classes[^2]);
            classes.RemoveRange(classes.Count - 2, 2);
            classes.Add((before.Limits.Or(last.Limits), [.. before.Tasks, .. last.Tasks]));
        }

        var places = classes.ConvertAll(static _ => 1);
        for (var free = (atATime ?? 0) - classes.Count; free > 0; free--)
        {
            var most = Enumerable.Range(0, classes.Count).Where(i => places[i] < classes[i].Tasks.Count).DefaultIfEmpty(-1)
                .MaxBy(i => i < 0 ? 0 : classes[i].Tasks.Sum(static task => task.Work) / places[i]);
            if (most < 0)
                break;
            places[most]++;
        }

        return [.. classes.Select((c, i) => new SlurmArray([.. c.Tasks.Select(static task => task.Index).Order()], c.Limits, atATime is null ? null : places[i]))];
    }
}
