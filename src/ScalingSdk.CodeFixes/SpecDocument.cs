using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Analyzers.Projects;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;

namespace ScalingSdk.CodeFixes;

/// <summary>The spec of a diagnostic, among the additional documents of its project.</summary>
internal static class SpecDocument
{
    // Each remedy ends a finding; two that undo each other must not go on for ever.
    private const int MostRemedies = 200;

    /// <summary>The spec that a diagnostic is about, on its own line or where code names it; null where it is about code alone.</summary>
    public static TextDocument? Of(Diagnostic diagnostic, Project project)
    {
        if (Place(diagnostic) is not { IsInSource: false } place)
            return null;
        var path = place.GetLineSpan().Path;
        return project.AdditionalDocuments.FirstOrDefault(document => document.FilePath is { } file && PathText.Same(file, path));
    }

    /// <summary>What the spec of a diagnostic has to say there now.</summary>
    public static async Task<Finding?> FindingAsync(Diagnostic diagnostic, TextDocument spec, CancellationToken cancellation)
    {
        var start = Place(diagnostic)?.SourceSpan.Start;
        var findings = await FindingsAsync(spec, cancellation).ConfigureAwait(false);
        return findings.FirstOrDefault(finding => Is(finding, diagnostic) && finding.Span.Start == start);
    }

    /// <summary>The solution with edits of a spec; unchanged where they do not fit its text.</summary>
    public static async Task<Solution> EditAsync(TextDocument spec, IReadOnlyList<SpecEdit> edits, CancellationToken cancellation)
    {
        var text = await spec.GetTextAsync(cancellation).ConfigureAwait(false);
        return With(spec, text, SpecEditor.Apply(text.ToString(), edits));
    }

    /// <summary>The solution with all remedies that a spec has for some rules, one after another.</summary>
    public static async Task<Solution> FixAllAsync(TextDocument spec, ISet<string> ruleIds, CancellationToken cancellation)
    {
        var text = await spec.GetTextAsync(cancellation).ConfigureAwait(false);
        var read = SpecFile.Reader(spec.Project.AnalyzerOptions.AdditionalFiles, cancellation);
        var edited = text.ToString();
        for (var i = 0; i < MostRemedies; i++)
        {
            var findings = SpecPipeline.Run(spec.FilePath!, edited, read, cancellation).Findings;
            var next = findings
                .Where(finding => finding.Remedy is not null && ruleIds.Contains(finding.Rule.Id))
                .Select(finding => SpecEditor.Apply(edited, finding.Remedy!.Edits))
                .FirstOrDefault(one => one is not null && !string.Equals(one, edited, StringComparison.Ordinal));
            if (next is null)
                break;
            edited = next;
        }

        return With(spec, text, edited);
    }

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(TextDocument spec, CancellationToken cancellation)
    {
        var text = await spec.GetTextAsync(cancellation).ConfigureAwait(false);
        if (text.Length > SpecPipeline.MaxCharacters)
            return [];
        return SpecPipeline.Run(spec.FilePath!, text.ToString(), SpecFile.Reader(spec.Project.AnalyzerOptions.AdditionalFiles, cancellation), cancellation).Findings;
    }

    /// <summary>Where the spec is at fault: a diagnostic on code has it beside its own place.</summary>
    private static Location? Place(Diagnostic diagnostic) =>
        !diagnostic.Location.IsInSource ? diagnostic.Location : diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : null;

    private static bool Is(Finding finding, Diagnostic diagnostic) => string.Equals(finding.Rule.Id, diagnostic.Id, StringComparison.Ordinal);

    private static Solution With(TextDocument spec, SourceText text, string? edited) => edited is null
        ? spec.Project.Solution
        : spec.Project.Solution.WithAdditionalDocumentText(spec.Id, SourceText.From(edited, text.Encoding, text.ChecksumAlgorithm));
}
