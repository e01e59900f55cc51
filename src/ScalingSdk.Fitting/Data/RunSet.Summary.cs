using ScalingSdk.Fitting.Data;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting;

public sealed partial record RunSet
{
    private const int LinesShown = 5;

    /// <summary>What was read, as which quantity, in which unit, and what was dropped, pooled or assumed: one line a kind.</summary>
    public IReadOnlyList<string> Summary =>
    [
        .. Readings.SelectMany(reading => Lines(reading)),
        .. Readings.Count > 0 && Runs.Count > 0 ? new[] { Counted() } : [],
        .. Notes.GroupBy(static note => (note.Source, note.Rule, note.Dropped)).Select(static group => Line([.. group])),
    ];

    /// <summary>The sentence on what N counts.</summary>
    private string Counted() => Convention switch
    {
        ParameterConvention.Active => "N counts the parameters that a token passes through, embeddings included",
        ParameterConvention.Total => "N counts all parameters, embeddings included",
        ParameterConvention.NonEmbedding => "N counts parameters without embeddings",
        ParameterConvention.NonEmbeddingWeights => "N counts weights without embeddings",
        ParameterConvention.WeightsWithHead => "N counts weights without embeddings but with the output head",
        _ => "N is the FLOPs of a token",
    } + (ConventionIsAssumed ? " (assumed: no column says it; --convention non-embedding states the other)" : "");

    private static IEnumerable<string> Lines(RunReading reading)
    {
        var columns = string.Join(", ", reading.Columns.Select(static column =>
            $"{column.Field} from '{Excerpt.Of(column.Column)}'{(column.Unit is null ? "" : $" in {column.Unit}")}{(column.Factor is 1 ? "" : $" (x {NumberText.Compact(column.Factor)})")}"));
        yield return $"{reading.Source}: {reading.Format}, {NumberText.Grouped(reading.Rows)} row{(reading.Rows == 1 ? "" : "s")}{(reading.Filtered > 0 ? $", {NumberText.Grouped(reading.Filtered)} left out by a condition" : "")}, "
            + $"{NumberText.Grouped(reading.Runs)} run{(reading.Runs == 1 ? "" : "s")}{(columns.Length > 0 ? "; " + columns : "")}";
        foreach (var remark in reading.Remarks)
            yield return remark;
    }

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
