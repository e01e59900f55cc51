using System.Text;
using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;
using ScalingSdk.Tool.Formats;

namespace ScalingSdk.Tool.Plans;

/// <summary>A plan as Markdown, for the summary of a CI job or a comment on a pull request.</summary>
internal static class PlanMarkdown
{
    public static string Write(TrainingPlan plan, IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder("**").Append(Markdown.Cell(plan.Summary())).Append("**\n\n");
        foreach (var finding in findings)
            text.Append(FindingsMarkdown.Item(finding));
        if (findings.Count > 0)
            text.Append('\n');
        Markdown.Table(text, ["figure", "value", "unit", "source"], plan.Figures.Select(static figure => (IReadOnlyList<string>)
        [
            figure.Title,
            NumberText.Compact(figure.Value),
            figure.Unit,
            figure.Validity.Length > 0 ? $"{figure.Source}; {figure.Validity}" : figure.Source,
        ]), 1);
        MoreTables.Write(plan, text);
        foreach (var assumption in plan.Assumptions)
            text.Append("\nAssumed: ").Append(Markdown.Cell(assumption)).Append('\n');
        return text.ToString();
    }
}
