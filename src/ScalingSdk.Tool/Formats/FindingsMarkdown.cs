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
                finding.Message,
            ]));
        }

        return text.ToString();
    }
}
