using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Formats;

/// <summary>The chart export of wandb: a step, then a column <c>run - metric</c> for each run with its least and most.</summary>
internal static class WandbChart
{
    private const string Between = " - ";
    private static readonly string[] Steps = ["Step", "_step", "trainer/global_step", "global_step"];

    /// <summary>The chart as rows of a run, a step and a loss; null where the table is not one.</summary>
    internal static LogTable? Of(LogTable table)
    {
        if (table.Headers.Count < 2 || Array.IndexOf(Steps, table.Headers[0]) < 0)
            return null;
        var runs = Enumerable.Range(1, table.Headers.Count - 1)
            .Where(i => !table.Headers[i].EndsWith("__MIN", StringComparison.Ordinal) && !table.Headers[i].EndsWith("__MAX", StringComparison.Ordinal))
            .Select(i => (Index: i, At: table.Headers[i].LastIndexOf(Between, StringComparison.Ordinal)))
            .Select(found => (found.Index, Name: found.At > 0 ? table.Headers[found.Index].Substring(0, found.At) : "", Metric: found.At > 0 ? table.Headers[found.Index].Substring(found.At + Between.Length) : ""))
            .Where(static run => LossNames.IsLoss(run.Metric)).ToList();
        if (runs.Count == 0 || runs.Select(static run => run.Metric).Distinct(StringComparer.Ordinal).Skip(1).Any())
            return null;
        return new("a chart of wandb", ["name", "step", runs[0].Metric], Rows(table, runs));
    }

    private static IEnumerable<LogRow> Rows(LogTable table, List<(int Index, string Name, string Metric)> runs)
    {
        foreach (var row in table.Rows)
        {
            foreach (var run in runs)
            {
                if (row.Cell(run.Index) is { } loss)
                    yield return new(row.Line, [run.Name, row.Cell(0), loss]);
            }
        }
    }
}
