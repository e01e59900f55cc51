using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.CodeFixes;

/// <summary>Silences a rule in the spec, with a reason for the author to write. Never for all at once: a reason is of one case.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuppressFix), DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
public sealed class SuppressFix : CodeFixProvider
{
    internal const string Reason = "say here why this is meant";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        RuleCatalog.All.Where(static rule => rule.Severity != Severity.Error).Select(static rule => rule.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SpecDocument.Of(diagnostic, context.TextDocument.Project) is not { } spec)
                continue;
            var remedy = Remedy.Suppress(diagnostic.Id, Reason);
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Suppress {diagnostic.Id} in '{spec.Name}' with a reason",
                    cancellation => SpecDocument.EditAsync(spec, remedy.Edits, cancellation),
                    nameof(SuppressFix) + diagnostic.Id),
                diagnostic);
        }

        return Task.CompletedTask;
    }
}
