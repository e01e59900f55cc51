using ScalingSdk.Tool.Plans;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Comparing;

/// <content>At the terminal.</content>
internal static partial class ComparisonText
{
    public static void Write(Comparison comparison, Page page)
    {
        page.Heading(Heading(comparison));
        string[] headers = Headers(comparison);
        IReadOnlyList<IReadOnlyList<string>> rows = [.. Rows(comparison)];
        if (!page.Holds([headers, .. rows]))
            rows = [.. rows.Select(static row => row.Select(AnswerTable.Point).ToArray())];
        page.Table(headers, rows, whole: page.Holds([headers, .. rows]) ? [.. Enumerable.Range(0, headers.Length)] : [0]);
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
}
