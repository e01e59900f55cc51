using System.Text;
using ScalingSdk.Reports;
using ScalingSdk.Tool.Formats;

namespace ScalingSdk.Tool.Plans;

/// <summary>A plan as Markdown, for the summary of a CI job or a comment on a pull request.</summary>
internal static class PlanMarkdown
{
    public static string Write(PlanView view)
    {
        var (plan, findings) = (view.Plan, view.Findings);
        var text = new StringBuilder("**").Append(Markdown.Cell(plan.Summary())).Append("**\n\n");
        var (headers, rows) = AnswerTable.Of(view);
        Markdown.Table(text, headers, rows);
        text.Append('\n');
        foreach (var finding in findings)
            text.Append(FindingsMarkdown.Item(finding));
        if (findings.Count == 0)
            text.Append("No finding.\n");
        foreach (var assumption in plan.Assumptions)
            text.Append("\nAssumed: ").Append(Markdown.Cell(assumption)).Append('\n');
        foreach (var note in PlanNotes.Of(plan))
            text.Append("\nNote: ").Append(Markdown.Cell(note)).Append('\n');
        text.Append("\n**Every figure**\n\n");
        Markdown.Table(text, ["figure", "value", "unit", "source"], plan.Figures.Select(static figure => (IReadOnlyList<string>)
        [
            figure.Title,
            FigureText.Number(figure),
            FigureText.Unit(figure),
            figure.Validity.Length > 0 ? $"{figure.Source}; {figure.Validity}" : figure.Source,
        ]), 1);
        MoreTables.Write(plan, text);
        return text.ToString();
    }
}
