using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Rules;

namespace ScalingSdk.CodeFixes;

/// <summary>Applies the remedy that a rule states: to the spec that code names, or to the C# expression that set the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemedyFix), DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
public sealed class RemedyFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = RuleCatalog.All.Select(static rule => rule.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => RemedyFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (CodeSites.HasRemedy(diagnostic))
            {
                Register(context, diagnostic, diagnostic.Properties[CodeRemedy.TitleKey]!,
                    cancellation => CodeSites.FixAsync(context.TextDocument.Project.Solution, [diagnostic], cancellation));
            }
            else if (SpecDocument.Of(diagnostic, context.TextDocument.Project) is { } spec
                && await SpecDocument.FindingAsync(diagnostic, spec, context.CancellationToken).ConfigureAwait(false) is { Remedy: { } remedy })
            {
                Register(context, diagnostic, $"{remedy.Title} in '{spec.Name}'", cancellation => SpecDocument.EditAsync(spec, remedy.Edits, cancellation));
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, Func<CancellationToken, Task<Solution>> change) =>
        context.RegisterCodeFix(CodeAction.Create(title, change, equivalenceKey: nameof(RemedyFix) + diagnostic.Id), diagnostic);
}
