using System.Text;
using ScalingSdk.Text;
using ScalingSdk.Tool.Formats;

namespace ScalingSdk.Tool.Fits;

/// <summary>A fit as Markdown.</summary>
internal static class FitMarkdown
{
    public static string Write(RunFit run)
    {
        var text = new StringBuilder($"**{Markdown.Cell(run.Fit.Form.Id)}**, {NumberText.Grouped(run.Fit.Runs.Count)} runs of {Markdown.Cell(run.Fit.Set.Source)}\n\n");
        Markdown.Table(text, ["constant", "value", "standard error", FitText.Interval(run)], FitText.Rows(run), 1, 2);
        foreach (var finding in run.Fit.Findings)
            text.Append("\n- ").Append(Markdown.Cell(finding.Text));
        return text.Append('\n').ToString();
    }
}
