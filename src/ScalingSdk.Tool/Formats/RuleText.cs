using System.Text;
using ScalingSdk.Diagnostics;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Formats;

/// <summary>Rules as people read them.</summary>
internal static class RuleText
{
    public static void Write(IReadOnlyList<RuleInfo> rules, Terminal terminal)
    {
        var page = new Page(terminal);
        page.Table(["rule", "severity", "finds"], rules.Select(static rule => (IReadOnlyList<string>)[rule.Id, rule.Severity.Word(), rule.Title]));
        page.Blank();
        page.Line("scaling explain <rule> shows its page");
    }

    /// <summary>The page of a rule, within the width of the screen.</summary>
    public static void Write(RuleInfo rule, Terminal terminal) => MarkdownText.Write(RulePages.Page(rule), terminal);

    public static string Markdown(IReadOnlyList<RuleInfo> rules)
    {
        var text = new StringBuilder();
        Formats.Markdown.Table(text, ["rule", "severity", "finds"], rules.Select(static rule => (IReadOnlyList<string>)[rule.Id, rule.Severity.Word(), rule.Title]));
        return text.ToString();
    }
}
