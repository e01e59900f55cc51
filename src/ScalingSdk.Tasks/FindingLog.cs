using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ScalingSdk.Diagnostics;

namespace ScalingSdk.Tasks;

/// <summary>Says findings in a build's log.</summary>
internal static class FindingLog
{
    // As the compiler prints what the analyzers find: the start alone, without an end, and the rule's page behind the text.
    public static void Report(this TaskLoggingHelper log, Finding finding, string path)
    {
        var (id, link, line, column) = (finding.Rule.Id, finding.Rule.HelpLink, finding.Start.Line, finding.Start.Column);
        switch (finding.Severity)
        {
            case Severity.Error:
                log.LogError(null, id, null, link, path, line, column, 0, 0, "{0} ({1})", finding.Message, link);
                break;
            case Severity.Warning:
                log.LogWarning(null, id, null, link, path, line, column, 0, 0, "{0} ({1})", finding.Message, link);
                break;
            default:
                log.LogMessage(null, id, null, path, line, column, 0, 0, MessageImportance.Normal, "{0} ({1})", finding.Message, link);
                break;
        }
    }
}
