using ScalingSdk.Fitting.Data;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>
/// Rows without a name, of one size, whose tokens rise by equal steps while the loss falls: a log of one run looks like this. Runs of
/// their own have the same tokens, or the same tokens a parameter, at every size: then they are read as runs, and that is said.
/// </summary>
internal static class EvenRows
{
    private const int LeastRows = 4;

    /// <summary>Rows that tell what those of a long table are.</summary>
    private const int LooksAt = 100_000;
    private const double SameStep = 0.02;
    private const int SetsShown = 3;

    /// <summary>What was assumed of such rows, or why a person has to say what they are; neither where there are none.</summary>
    internal static (string? Refusal, string? Assumed) Read(List<TrainingRun> runs, RunReaderOptions options, List<RunNote> notes)
    {
        if (options.Points == PointsOfRuns.All || runs.Exists(static run => run.Name is not null))
            return default;
        var rising = Rising(options.Points == PointsOfRuns.Last ? runs : runs.Take(LooksAt));
        var even = rising.FindAll(IsEven);
        if (even.Count == 0)
            return default;
        if (options.Points == PointsOfRuns.Last)
        {
            KeepLast(runs, even, notes);
            return default;
        }

        var shown = string.Join("; ", even.Take(SetsShown).Select(static rows => $"lines {Whole.Text(rows[0].Line)} to {Whole.Text(rows[rows.Count - 1].Line)}, N {NumberText.Compact(rows[0].Parameters)}"))
            + (even.Count > SetsShown ? $"; {NumberText.Grouped(even.Count - SetsShown)} more" : "");
        if (even.Count == rising.Count && !IsGrid(even))
            return ($"the rows of each size have tokens that rise by equal steps, and no column names the runs ({shown}): points of one run, of which the last counts (--points last), or runs of their own (--points all)", null);
        return (null, $"rows of one size with tokens that rise by equal steps are fitted as runs of their own ({shown}): where they are points of one run, --points last keeps the last of each");
    }

    // Rows of one size and setting in the order of the file, divided where the tokens do not rise.
    private static List<List<TrainingRun>> Rising(IEnumerable<TrainingRun> runs)
    {
        var all = new List<List<TrainingRun>>();
        var open = new Dictionary<(double, string?, string?, string?, double?), List<TrainingRun>>();
        foreach (var run in runs)
        {
            var key = (run.Parameters, run.Corpus, run.Group, run.Part, run.Experts);
            if (!open.TryGetValue(key, out var rows) || run.Tokens <= rows[rows.Count - 1].Tokens)
                all.Add(open[key] = rows = []);
            rows.Add(run);
        }

        return all;
    }

    private static bool IsEven(List<TrainingRun> rows)
    {
        if (rows.Count < LeastRows || rows[rows.Count - 1].Loss >= rows[0].Loss)
            return false;
        var step = rows[1].Tokens - rows[0].Tokens;

        // The end of a run may fall between two points of its log.
        for (var i = 2; i < rows.Count; i++)
        {
            var next = rows[i].Tokens - rows[i - 1].Tokens;
            if (Math.Abs((next / step) - 1) > SameStep && !(i == rows.Count - 1 && next < step))
                return false;
        }

        return true;
    }

    private static bool IsGrid(List<List<TrainingRun>> sets) =>
        sets.Count > 1 && (sets.TrueForAll(rows => Same(rows, sets[0], static run => run.Tokens)) || sets.TrueForAll(rows => Same(rows, sets[0], static run => run.Tokens / run.Parameters)));

    private static bool Same(List<TrainingRun> rows, List<TrainingRun> others, Func<TrainingRun, double> of) =>
        rows.Count == others.Count && rows.Zip(others, (one, other) => Math.Abs((of(one) / of(other)) - 1) < SameStep).All(static same => same);

    private static void KeepLast(List<TrainingRun> runs, List<List<TrainingRun>> sets, List<RunNote> notes)
    {
        var dropped = new HashSet<int>();
        foreach (var rows in sets)
        {
            foreach (var row in rows.Take(rows.Count - 1))
            {
                dropped.Add(row.Line);
                notes.Add(new(row.Line, RunRule.InsideRun, true, "a point inside a run, whose last point is kept; --points all fits every row"));
            }
        }

        runs.RemoveAll(run => dropped.Contains(run.Line));
    }
}
