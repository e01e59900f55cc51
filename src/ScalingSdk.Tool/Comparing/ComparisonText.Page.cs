using ScalingSdk.Tool.Plans;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Comparing;

/// <content>At the terminal.</content>
internal static partial class ComparisonText
{
    /// <summary>Of the width, for titles of figures: they wrap before the numbers do.</summary>
    private const int LeastTitle = 28;

    public static void Write(Comparison comparison, Page page)
    {
        page.Heading(Heading(comparison));
        string[] headers = Headers(comparison);
        IReadOnlyList<IReadOnlyList<string>> rows = [.. Rows(comparison)];
        if (!page.Holds([headers, .. rows]))
            rows = [.. rows.Select(static row => row.Select(AnswerTable.Point).ToArray())];
        page.Table(headers, rows, whole: Whole(page, headers, rows));
        if (rows.Any(static row => row.Any(static cell => cell.EndsWith('*'))))
            page.Line("* extrapolated: its law was not observed there (--explain of 'scaling plan' says how far)");
        foreach (var (name, view) in comparison.Specs)
        {
            page.Blank();
            page.Heading(name);
            foreach (var line in FindingLines.Of(view, page.Width, FindingDetail.FirstHelp))
                page.Line(line.Text, line.Style);
        }
    }

    private static int[] Whole(Page page, string[] headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] values = [.. Enumerable.Range(1, headers.Length - 1)];
        if (page.Holds([headers, .. rows]))
            return [0, .. values];
        var numbers = values.Sum(column => rows.Max(row => row[column].Length) + Page.Gap);
        return numbers + LeastTitle <= page.Width ? values : [0];
    }
}
