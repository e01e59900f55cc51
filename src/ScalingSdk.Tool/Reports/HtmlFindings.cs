using ScalingSdk.Text;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Plans;

namespace ScalingSdk.Tool.Reports;

/// <summary>The findings of a plan on a page, each with why and what to type.</summary>
internal static class HtmlFindings
{
    public static void Write(HtmlWriter html, PlanView view)
    {
        if (view.Findings.Count == 0)
            html.Element("p", "No finding.", ("class", "finding none"));
        foreach (var finding in view.Findings)
        {
            var word = finding.Severity.Word();
            html.Start("p", ("class", "finding " + word));
            html.Start("strong");
            html.Text(word + " ");
            html.Element("a", finding.Rule.Id, ("href", finding.Rule.HelpLink));
            html.End();
            html.Text($" {finding.Headline}. ");
            html.Element("small", $"{finding.Path}:{NumberText.Grouped(finding.Start.Line)}");
            html.End();
            if (!finding.Details.Any())
                continue;
            html.Start("dl", ("class", "details"));
            foreach (var (label, text) in finding.Details)
            {
                html.Element("dt", label);
                html.Element("dd", text);
            }

            html.End();
        }
    }
}
