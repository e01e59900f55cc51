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
        var (findings, remarks, next) = Chosen(view, page.Width, left);
        foreach (var line in findings)
            page.Line(line.Text, line.Style);
        foreach (var line in remarks)
            page.Line(line);
        foreach (var line in next)
            page.Line(line);
    }

    private static IReadOnlyList<string> Next(FindingDetail detail, int width) => Wrapped.Lines(detail switch
    {
        FindingDetail.ShortHelp => "Next: --explain (what a change does, and why) · --all-laws",
        FindingDetail.Headlines or FindingDetail.First => "Next: --explain (what to change, and why) · --all-laws",
        _ => "Next: --explain (why, and every derivation) · --all-laws (the laws side by side)",
    }, width);

    // The fullest that fits: what to change before what is only good to know.
    private static (IReadOnlyList<StyledLine> Findings, IReadOnlyList<string> Remarks, IReadOnlyList<string> Next) Chosen(PlanView view, int width, int lines)
    {
        foreach (var detail in FindingLines.Fullest)
        {
            var (findings, next) = (FindingLines.Of(view, width, detail), Next(detail, width));
            foreach (var told in new[] { RemarkDetail.All, RemarkDetail.Counted, RemarkDetail.Cautions })
            {
                var remarks = PlanRemarks.Short(view, width, told);
                if (findings.Count + remarks.Count + next.Count <= lines)
                    return (findings, remarks, next);
            }
        }

        var least = FindingLines.Fullest[^1];
        return (FindingLines.Of(view, width, least), PlanRemarks.Short(view, width, RemarkDetail.Cautions), Next(least, width));
    }
}
