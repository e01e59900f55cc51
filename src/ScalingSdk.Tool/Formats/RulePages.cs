using ScalingSdk.Diagnostics;

namespace ScalingSdk.Tool.Formats;

/// <summary>The pages of docs/rules, which the tool carries.</summary>
internal static class RulePages
{
    public static string Page(RuleInfo rule)
    {
        return Resources.Text("rules/" + rule.Id) ?? $"# {rule.Id}: {rule.Title}\n\n{rule.HelpLink}\n";
    }
}
