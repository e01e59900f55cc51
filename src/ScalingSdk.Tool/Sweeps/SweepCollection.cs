using System.Globalization;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>The ends of the finished runs, one line each: what <c>scaling fit</c> reads. A run is neither lost nor counted twice.</summary>
internal static class SweepCollection
{
    /// <summary>The lines, in the order of the manifest, and the runs that are not among them.</summary>
    public static (string Text, IReadOnlyList<(SweepRun Run, RunState State)> Left) Of(SweepFolder folder)
    {
        var lines = new List<string>();
        var left = new List<(SweepRun, RunState)>();
        foreach (var run in folder.Runs)
        {
            var (state, record) = folder.Look(run);
            if (state != RunState.Finished)
            {
                left.Add((run, state));
                continue;
            }

            // Of a run that was started again after its end the last end counts: Result is that one.
            var (start, end) = (record!.Start!, record.Result!);
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{{\"record\":\"run\",\"name\":\"{run.Name}\",\"active_parameters\":{start.ActiveParameters:R},\"tokens\":{end.Tokens:R},\"flops\":{end.Flops ?? 6 * start.ActiveParameters * end.Tokens:R},\"steps\":{end.Steps},\"loss\":{end.Loss:R},\"seed\":{run.Seed},\"state\":\"finished\"}}\n"));
        }

        return (string.Concat(lines), left);
    }

    /// <summary>The states of all runs, counted: <c>30 finished, 2 stopped</c>.</summary>
    public static string Summary(IEnumerable<RunState> states) => string.Join(", ", states.GroupBy(static s => s).OrderByDescending(static g => g.Key)
        .Select(static g => $"{NumberText.Grouped(g.Count())} {g.Key.ToString().ToLowerInvariant()}"));
}
