using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Diagnostics;

namespace ScalingSdk.Analyzers;

/// <summary>Findings as the compiler shows them.</summary>
internal static class FindingDiagnostics
{
    /// <summary>On the line of the spec.</summary>
    public static Diagnostic ToDiagnostic(this Finding finding) =>
        Create(finding, RuleDescriptors.Translate(finding.Severity), SpecLocation(finding), additional: null, finding.Message);

    /// <summary>On the code that names the spec, for editors and SARIF: a build prints the line of the spec alone. The place in the spec leads the text.</summary>
    public static Diagnostic ToDiagnostic(this Finding finding, Location site, string reference) =>
        Create(finding, DiagnosticSeverity.Info, site, [SpecLocation(finding)], FormattableString.Invariant($"{reference}({finding.Start.Line},{finding.Start.Column}): {finding.Message}"));

    private static Diagnostic Create(Finding finding, DiagnosticSeverity severity, Location location, Location[]? additional, string message) => Diagnostic.Create(
        RuleDescriptors.Of(finding.Rule),
        location,
        severity,
        additional,
        properties: null,
        Text.OutsideText.Neutral(message));

    private static Location SpecLocation(Finding finding) => Location.Create(
        finding.Path,
        new TextSpan(finding.Span.Start, finding.Span.Length),
        new LinePositionSpan(Position(finding.Start), Position(finding.End)));

    private static LinePosition Position(Text.SourcePosition position) => new(position.Line - 1, position.Column - 1);
}
