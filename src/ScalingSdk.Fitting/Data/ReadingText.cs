using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Data;

/// <summary>What was read in words: a line for each file and each of its choices, and one for each kind of note.</summary>
internal static class ReadingText
{
    private const int LinesShown = 5;
    private const int FilesShown = 3;

    internal static IEnumerable<string> Notes(IReadOnlyList<RunNote> notes) =>
        notes.Where(static note => note.Rule != RunRule.Refused).GroupBy(static note => (note.Source, note.Rule, note.Dropped)).Select(static group => Line([.. group]))
            .Concat(Files([.. notes.Where(static note => note.Rule == RunRule.Refused)]));

    // A line for each file that was left out: what it is differs.
    private static IEnumerable<string> Files(List<RunNote> refused)
    {
        foreach (var note in refused.Take(LinesShown))
            yield return $"left out: {note}";
        if (refused.Count > LinesShown)
            yield return $"left out: {NumberText.Grouped(refused.Count - LinesShown)} more files that cannot be read";
    }

    /// <summary>A line for each file, or for all that were read alike, and their remarks.</summary>
    internal static IEnumerable<string> Files(IReadOnlyList<RunReading> readings)
    {
        foreach (var alike in readings.GroupBy(static reading => (reading.Format, Columns(reading))).Select(static group => group.ToList()))
        {
            var (rows, filtered, runs) = (alike.Sum(static reading => reading.Rows), alike.Sum(static reading => reading.Filtered), alike.Sum(static reading => reading.Runs));
            var columns = Columns(alike[0]);
            yield return $"{Sources(alike)}: {alike[0].Format}, {Count(rows, "row")}{(filtered > 0 ? $", {NumberText.Grouped(filtered)} left out by a condition" : "")}, {Count(runs, "run")}{(columns.Length > 0 ? "; " + columns : "")}";
            var remarks = alike.SelectMany(static reading => reading.Remarks).Distinct(StringComparer.Ordinal).ToList();
            var kinds = alike.Max(static reading => reading.Remarks.Count);
            foreach (var remark in remarks.Count <= kinds + FilesShown ? remarks : remarks.Take(kinds))
                yield return remark;
            if (remarks.Count > kinds + FilesShown)
                yield return $"the other {NumberText.Grouped(alike.Count - 1)} files are read alike; their steps and sizes are their own";
        }
    }

    /// <summary>The sentence on what N counts.</summary>
    internal static string Counted(ParameterConvention convention, bool assumed) => convention switch
    {
        ParameterConvention.Active => "N counts the parameters that a token passes through, embeddings included",
        ParameterConvention.Total => "N counts all parameters, embeddings included",
        ParameterConvention.NonEmbedding => "N counts parameters without embeddings",
        ParameterConvention.NonEmbeddingWeights => "N counts weights without embeddings",
        ParameterConvention.WeightsWithHead => "N counts weights without embeddings but with the output head",
        _ => "N is the FLOPs of a token",
    } + (assumed ? " (assumed: no column says it; --convention non-embedding states the other)" : "");

    private static string Sources(List<RunReading> alike) => alike.Count <= FilesShown
        ? string.Join(", ", alike.Select(static reading => reading.Source))
        : $"{NumberText.Grouped(alike.Count)} files, {string.Join(", ", alike.Take(FilesShown).Select(static reading => reading.Source))}, ...";

    private static string Columns(RunReading reading) => string.Join(", ", reading.Columns.Select(static column =>
        $"{column.Field} from '{Excerpt.Of(column.Column)}'{(column.Unit is null ? "" : $" in {column.Unit}")}{(column.Factor is 1 ? "" : $" (x {NumberText.Compact(column.Factor)})")}"));

    private static string Count(int count, string noun) => $"{NumberText.Grouped(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Line(List<RunNote> notes)
    {
        if (notes.Count == 1)
            return notes[0].ToString();
        var first = notes[0];
        var lines = notes.Where(static note => note.Line > 0).Select(static note => Whole.Text(note.Line)).ToList();
        var where = lines.Count == 0 ? "" : $", lines {string.Join(", ", lines.Take(LinesShown))}{(lines.Count > LinesShown ? ", ..." : "")}";
        var same = notes.TrueForAll(note => string.Equals(note.Text, first.Text, StringComparison.Ordinal));
        return $"{(first.Source is null ? "" : $"'{first.Source}': ")}{NumberText.Grouped(notes.Count)} rows {(first.Dropped ? "dropped" : "kept")} ({first.Rule}){where}: {(same ? "" : "the first: ")}{first.Text}";
    }
}
