using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>A plan on one screen: what you get, what is wrong, what to change. Everything else is in <see cref="PlanExplanation"/>.</summary>
internal static class PlanText
{
    /// <summary>The lines of a plan that is not explained, on a screen of at least 80 columns.</summary>
    public const int MostLines = 25;

    public static void Write(PlanView view, Page page)
    {
        page.Heading(PlanWords.Heading(view.Plan));
        var table = AnswerTable.Write(view, page);
        var left = MostLines - 1 - table;
        var next = Wrapped.Lines(Next, page.Width);
        var (findings, remarks) = Chosen(view, page.Width, left - next.Count);
        foreach (var line in findings)
            page.Line(line.Text, line.Style);
        foreach (var line in remarks)
            page.Line(line);
        foreach (var line in next)
            page.Line(line);
    }

    private const string Next = "Next: --explain (why, and every derivation) · --all-laws (the laws side by side)";

    // The fullest that fits.
    private static (IReadOnlyList<StyledLine> Findings, IReadOnlyList<string> Remarks) Chosen(PlanView view, int width, int lines)
    {
        foreach (var detail in FindingLines.Fullest)
        {
            var findings = FindingLines.Of(view, width, detail);
            foreach (var whole in new[] { true, false })
            {
                var remarks = PlanRemarks.Short(view, width, whole);
                if (findings.Count + remarks.Count <= lines)
                    return (findings, remarks);
            }
        }

        return (FindingLines.Of(view, width, FindingLines.Fullest[^1]), PlanRemarks.Short(view, width, whole: false));
    }
}
