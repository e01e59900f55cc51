using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ScalingSdk.CodeFixes;

/// <summary>Fixes all in a document, project or solution: the usual provider merges changes of C# alone, ours change specs too.</summary>
internal sealed class RemedyFixAll : FixAllProvider
{
    public static readonly RemedyFixAll Instance = new();

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create("Apply all remedies", cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)), nameof(RemedyFixAll)));

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            var diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            solution = await FixAsync(solution, project.Id, diagnostics, context.CancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    private static async Task<Solution> FixAsync(Solution solution, ProjectId project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var specs = diagnostics
            .Where(static diagnostic => !CodeSites.HasRemedy(diagnostic))
            .Select(diagnostic => (Spec: SpecDocument.Of(diagnostic, solution.GetProject(project)!)?.Id, diagnostic.Id))
            .Where(static found => found.Spec is not null)
            .GroupBy(static found => found.Spec!)
            .ToList();
        solution = await CodeSites.FixAsync(solution, diagnostics.Where(CodeSites.HasRemedy), cancellation).ConfigureAwait(false);
        foreach (var spec in specs)
        {
            var rules = new HashSet<string>(spec.Select(static found => found.Id), StringComparer.Ordinal);
            solution = await SpecDocument.FixAllAsync(solution.GetAdditionalDocument(spec.Key)!, rules, cancellation).ConfigureAwait(false);
        }

        return solution;
    }
}
