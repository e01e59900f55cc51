using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ScalingSdk.Diagnostics;
using ScalingSdk.Text;

namespace ScalingSdk.Tasks;

/// <summary>Writes findings into a build's log, with the severities that the project sets.</summary>
internal sealed class FindingLog(TaskLoggingHelper log, SeveritySettings severities)
{
    /// <summary>A finding at its place in a file.</summary>
    public void Report(Finding finding, string path) =>
        Report(finding.Rule, finding.Severity, finding.Message, path, finding.Start.Line, finding.Start.Column);

    // As the compiler prints what the analyzers find: the start alone, without an end, and the rule's page behind the text.
    public void Report(RuleInfo rule, Severity severity, string message, string path, int line = 0, int column = 0)
    {
        var text = OutsideText.Neutral(message);
        switch (severities.Of(rule.Id, severity))
        {
            case Severity.Error:
                log.LogError(null, rule.Id, null, rule.HelpLink, path, line, column, 0, 0, "{0} ({1})", text, rule.HelpLink);
                break;
            case Severity.Warning:
                log.LogWarning(null, rule.Id, null, rule.HelpLink, path, line, column, 0, 0, "{0} ({1})", text, rule.HelpLink);
                break;
            case Severity.Suggestion:
                log.LogMessage(null, rule.Id, null, path, line, column, 0, 0, MessageImportance.Normal, "{0} ({1})", text, rule.HelpLink);
                break;
        }
    }
}
