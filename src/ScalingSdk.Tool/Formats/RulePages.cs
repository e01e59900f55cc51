using ScalingSdk.Diagnostics;

namespace ScalingSdk.Tool.Formats;

/// <summary>The pages of docs/rules, which the tool carries.</summary>
internal static class RulePages
{
    public static string Page(RuleInfo rule)
    {
        using var page = typeof(RulePages).Assembly.GetManifestResourceStream("rules/" + rule.Id);
        if (page is null)
            return $"# {rule.Id}: {rule.Title}\n\n{rule.HelpLink}\n";
        using var reader = new StreamReader(page);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
