using System.Text;
using ScalingSdk.Diagnostics;

namespace ScalingSdk.Tool.Formats;

/// <summary>Findings as Markdown, for the summary of a CI job or a comment on a pull request.</summary>
internal static class FindingsMarkdown
{
    public static string Write(int specs, IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder("**").Append(Severities.Count(specs, findings)).Append("**\n");
        if (findings.Count > 0)
        {
            text.Append('\n');
            Markdown.Table(text, ["where", "severity", "rule", "finding"], findings.Select(static finding => (IReadOnlyList<string>)
            [
                FormattableString.Invariant($"{finding.Path}:{finding.Start.Line}:{finding.Start.Column}"),
                finding.Severity.Word(),
                finding.Rule.Id,
                finding.Headline,
            ]));
            text.Append('\n');
            foreach (var finding in findings)
                text.Append(Item(finding));
        }

        return text.ToString();
    }

    /// <summary>A finding as an item of a list: the headline, and below it why and what to do.</summary>
    public static string Item(Finding finding) =>
        $"- **{finding.Severity.Word()} {finding.Rule.Id}** {Markdown.Cell(finding.Headline)}\n"
            + string.Concat(finding.Details.Select(static detail => $"  - {detail.Label}: {Markdown.Cell(detail.Text)}\n"));
}
