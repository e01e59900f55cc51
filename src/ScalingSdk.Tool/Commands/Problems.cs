using ScalingSdk.Diagnostics;
using ScalingSdk.Text;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary>Findings beside a result: on standard error, each with the flag or the line that it is about.</summary>
internal static class Problems
{
    public static void Write(SpecInput input, IEnumerable<Finding> findings, Terminal terminal)
    {
        foreach (var finding in findings)
        {
            terminal.Error.Write(Line(input, finding) + "\n");
            terminal.Error.Write(FindingsText.Below(finding));
        }
    }

    /// <summary>Says why there is no plan, and gives the exit code.</summary>
    public static int Refuse(SpecInput input, SpecResult result, Terminal terminal)
    {
        Write(input, result.Findings, terminal);
        return Code(input, result.Findings);
    }

    private static int Code(SpecInput input, IReadOnlyList<Finding> findings)
    {
        if (findings.Any(static finding => finding.IsUnreadable()))
            return ExitCode.Unreadable;
        return findings.Any(finding => finding.Severity == Severity.Error && (!input.IsFile || SpecInput.FlagOf(finding) is not null))
            ? ExitCode.Usage
            : ExitCode.Findings;
    }

    private static string Line(SpecInput input, Finding finding)
    {
        var rest = $"{finding.Severity.Word()} {finding.Rule.Id}: {OutsideText.Neutral(finding.Message)}";
        if (SpecInput.FlagOf(finding) is { } flag)
            return $"scaling: {flag}: {rest}";
        return input.IsFile ? finding.ToString() : $"scaling: {rest}";
    }
}
