using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.Tool.Formats;

/// <summary>How formats name and show a severity.</summary>
internal static partial class Severities
{
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "suggestion",
    };

    /// <summary>SARIF has no suggestions: they are notes.</summary>
    public static string SarifLevel(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>True where the file itself is the problem: missing, too large or no JSON.</summary>
    public static bool IsUnreadable(this Finding finding) =>
        string.Equals(finding.Rule.Id, HostRules.SpecUnreadable.Id, StringComparison.Ordinal);

    /// <summary>"2 specs: 1 error, 3 warnings", or "2 specs: no finding".</summary>
    public static string Count(int specs, IReadOnlyList<Finding> findings) =>
        $"{Plural(specs, "spec")}: {(findings.Count > 0 ? Count(findings) : "no finding")}";

    /// <summary>"1 error, 3 warnings".</summary>
    public static string Count(IReadOnlyList<Finding> findings)
    {
        var parts = new List<string>();
        for (var severity = Severity.Error; severity >= Severity.Suggestion; severity--)
        {
            var count = 0;
            foreach (var finding in findings)
                count += finding.Severity == severity ? 1 : 0;
            if (count > 0)
                parts.Add(Plural(count, severity.Word()));
        }

        return string.Join(", ", parts);
    }

    /// <summary>"1 spec", "2 specs".</summary>
    public static string Plural(int count, string word) => FormattableString.Invariant($"{count} {word}{(count == 1 ? "" : "s")}");
}
