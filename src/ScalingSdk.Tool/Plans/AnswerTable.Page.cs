using ScalingSdk.Reports;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <content>At the terminal, as wide as it is.</content>
internal static partial class AnswerTable
{
    /// <summary>Writes it at the widest that fits; returns its lines.</summary>
    public static int Write(PlanView view, Page page)
    {
        var (headers, rows) = Of(view);
        foreach (var (keptHeaders, keptRows) in Narrower(headers, rows))
        {
            if (!page.Holds([keptHeaders, .. keptRows]) && keptHeaders.Length > 2)
                continue;
            page.Table(keptHeaders, keptRows, whole: [.. Enumerable.Range(0, keptHeaders.Length)]);
            var lines = 1 + keptRows.Sum(static row => row.Max(static cell => cell.Split('\n').Length));
            if (keptHeaders.Length == headers.Length || rows.FirstOrDefault(static row => row[0] is PlanAnswers.Time) is not { } time)
                return lines;

            // What a first hundred steps show, which stands in the column that is left out.
            page.Line($"time of this run: {time[^1]}");
            return lines + 1;
        }

        return 0;
    }

    // Without the sources, then without the intervals of the best run, then with those of this run below their figures, then without the best run.
    private static IEnumerable<(string[] Headers, IReadOnlyList<string[]> Rows)> Narrower(string[] headers, IReadOnlyList<string[]> rows)
    {
        yield return (headers, rows);
        (headers, rows) = (headers[..^1], [.. rows.Select(static row => row[..^1])]);
        yield return (headers, rows);
        rows = [.. rows.Select(static row => row.Select(static (cell, column) => column == 2 ? Point(cell) : cell).ToArray())];
        yield return (headers, rows);
        rows = [.. rows.Select(static row => row.Select(Below).ToArray())];
        yield return (headers, rows);
        yield return (headers[..2], [.. rows.Select(static row => row[..2])]);
    }

    private static string Below(string cell) => cell.Replace(" (", "\n(", StringComparison.Ordinal).Replace(" = ", "\n= ", StringComparison.Ordinal);
}
