using ScalingSdk.Planning;
using ScalingSdk.Rules;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;
using Spectre.Console;

namespace ScalingSdk.Tool.Formats;

/// <summary>A plan as people read it: what was found, given and assumed; then every figure with its source.</summary>
internal static class PlanText
{
    public static void Write(TrainingPlan plan, IReadOnlyList<Finding> findings, Terminal terminal)
    {
        var page = new Page(terminal);
        page.Heading(plan.Summary);
        foreach (var finding in findings)
            page.Fact("! " + finding.Rule.Id, finding.Message, finding.Severity.Style(), labelWidth: 13);
        page.Blank();
        foreach (var assumption in plan.Assumptions)
            page.Fact("Assumed", assumption);
        page.Blank();
        page.Table(["", "", "source"], plan.Figures.Select(static figure => (IReadOnlyList<string>)
        [
            figure.Title,
            NumberText.Compact(figure.Value) + (figure.Unit.Length > 0 ? " " + figure.Unit : ""),
            Source(figure),
        ]));
    }

    private static string Source(Figure figure) =>
        figure.Validity.Length > 0 ? $"{figure.Source}; {figure.Validity}" : figure.Source;
}
