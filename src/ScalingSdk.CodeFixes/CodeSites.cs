using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Analyzers.ConfigTypes;

namespace ScalingSdk.CodeFixes;

/// <summary>Writes the expressions that the remedies of config types name.</summary>
internal static class CodeSites
{
    /// <summary>True where a diagnostic brings a remedy in C#.</summary>
    public static bool HasRemedy(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(CodeRemedy.TitleKey);

    /// <summary>The solution with the remedies of these diagnostics; of two that would write one expression, the first.</summary>
    public static async Task<Solution> FixAsync(Solution solution, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        foreach (var file in diagnostics.SelectMany(Changes).GroupBy(static change => change.Tree))
        {
            if (solution.GetDocument(file.Key) is not { } document)
                continue;
            var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            var end = 0;
            var changes = new List<TextChange>();
            foreach (var (_, change) in file.OrderBy(static change => change.Change.Span.Start))
            {
                if (change.Span.Start < end)
                    continue;
                changes.Add(change);
                end = change.Span.End;
            }

            solution = solution.WithDocumentText(document.Id, text.WithChanges(changes));
        }

        return solution;
    }

    private static IEnumerable<(SyntaxTree Tree, TextChange Change)> Changes(Diagnostic diagnostic)
    {
        for (var i = 0; i < diagnostic.AdditionalLocations.Count && CodeRemedy.TextOf(diagnostic.Properties, i) is { } text; i++)
            yield return (diagnostic.AdditionalLocations[i].SourceTree!, new TextChange(diagnostic.AdditionalLocations[i].SourceSpan, text));
    }
}
