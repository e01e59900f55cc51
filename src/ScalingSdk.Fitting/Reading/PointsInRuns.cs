using ScalingSdk.Fitting.Data;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>Rows that share a name and a size: the points of one run. Fitted as runs they would count one run many times.</summary>
internal static class PointsInRuns
{
    private const double SameSize = 1e-3;

    /// <summary>Keeps the last point of each run; a reason where a person has to say what the rows are.</summary>
    internal static string? KeepLast(List<TrainingRun> runs, RunReaderOptions options, List<RunNote> notes)
    {
        if (options.Points == PointsOfRuns.All)
            return null;
        var dropped = new HashSet<TrainingRun>(ReferenceComparer.Instance);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new HashSet<string>(runs.Select(static run => run.Name).OfType<string>().Where(name => !seen.Add(name)), StringComparer.Ordinal);
        if (repeated.Count == 0)
            return null;
        foreach (var named in runs.Where(run => run.Name is not null && repeated.Contains(run.Name)).GroupBy(static run => run.Name!, StringComparer.Ordinal))
        {
            var points = named.ToList();
            if (points.Count < 2 || !OneSize(points))
                continue;
            var ordered = points.TrueForAll(static run => run.Steps is not null);
            var resumed = ordered && points.TrueForAll(run => run.Steps == points[0].Steps);
            if (!ordered && points.TrueForAll(run => run.Tokens == points[0].Tokens))
                continue;
            if (!ordered && options.Points == PointsOfRuns.Automatic)
                return $"the name '{Excerpt.Of(named.Key)}' has '{Whole.Text(points.Count)}' rows of one size: points of one run, of which the last counts (--points last), or runs that share a name (--points all)";
            var last = points.OrderBy(static run => run.Steps ?? run.Tokens).ThenBy(static run => run.Line).Last();
            foreach (var point in points.Where(point => !ReferenceEquals(point, last)))
            {
                dropped.Add(point);
                notes.Add(new(point.Line, RunRule.InsideRun, true, resumed || point.Steps == last.Steps
                    ? "the step was logged again, as after a resume: the last one counts"
                    : "a point inside a run, whose last point is kept; --points all fits every row"));
            }
        }

        if (dropped.Count > 0)
            runs.RemoveAll(dropped.Contains);
        return null;
    }

    private static bool OneSize(List<TrainingRun> points) => points.TrueForAll(point => Math.Abs((point.Parameters / points[0].Parameters) - 1) < SameSize);

    private sealed class ReferenceComparer : IEqualityComparer<TrainingRun>
    {
        internal static ReferenceComparer Instance { get; } = new();

        public bool Equals(TrainingRun? x, TrainingRun? y) => ReferenceEquals(x, y);

        public int GetHashCode(TrainingRun obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
