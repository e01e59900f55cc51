using ScalingSdk.Diagnostics;
using ScalingSdk.Tool.LanguageServer.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>Findings as an editor shows them.</summary>
internal static class DiagnosticAnswers
{
    public const string Source = "ScalingSdk";

    /// <summary>A finding of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="related">Whether the client shows related information: without it, because and help follow in the message.</param>
    public static Diagnostic Of(Document document, Finding finding, bool related)
    {
        var range = document.RangeOf(finding);
        return new Diagnostic(range, SeverityOf(finding), finding.Rule.Id, new CodeDescription(finding.Rule.HelpLink), Source,
            related ? finding.Headline : finding.Text,
            related ? [.. finding.Details.Select(detail => new RelatedInformation(new Location(document.Uri, range), $"{detail.Label}: {detail.Text}"))] : null);
    }

    private static int SeverityOf(Finding finding) => finding.Severity switch
    {
        Severity.Error => 1,
        Severity.Warning => 2,
        _ => 3,
    };
}
