using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Analyzers.ConfigTypes;

namespace ScalingSdk.CodeFixes;

/// <summary>Writes the spec that a construction of a config type stands for, for its constants and for what C# does not state.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(CreateSpecRefactoring))]
public sealed class CreateSpecRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || MarkedTypes.Of(model.Compilation) is not { } marked)
        {
            return;
        }

        var code = new ProjectCode(model.Compilation, context.CancellationToken);
        if (Construction(root.FindNode(context.Span, getInnermostNodeForTie: true), model, code) is not { } construction
            || marked.Of(construction, code) is not { } type)
        {
            return;
        }

        var project = context.Document.Project;
        var name = FreeName(construction.Type.Name, project);
        context.RegisterRefactoring(CodeAction.Create(
            $"Create '{name}' from this '{construction.Type.Name}'",
            _ => Task.FromResult(Add(project, name, Text(construction, SpecEntries.Of(construction, type)))),
            nameof(CreateSpecRefactoring)));
    }

    private static Construction? Construction(SyntaxNode node, SemanticModel model, ProjectCode code)
    {
        // On a 'new' or 'with', or in what it lists; on the name of a static class.
        if (node is ClassDeclarationSyntax declaration)
        {
            return model.GetDeclaredSymbol(declaration, code.Cancellation) is INamedTypeSymbol type && ConstructionReader.IsOfConstants(type)
                ? ConstructionReader.Read(type, code)
                : null;
        }

        var creation = node.AncestorsAndSelf().TakeWhile(static outer => outer is not StatementSyntax and not MemberDeclarationSyntax)
            .FirstOrDefault(static outer => outer is BaseObjectCreationExpressionSyntax or WithExpressionSyntax);
        return creation is not null && model.GetOperation(creation, code.Cancellation) is { Type: INamedTypeSymbol created } operation
            ? ConstructionReader.Read(operation, created, code)
            : null;
    }

    private static string Text(Construction construction, SpecEntries entries)
    {
        var text = NewSpec.Of(construction.Type.Name, entries.Known);
        var unknown = entries.Unknown.Select(static value => $"  // '{value.Key}' is not constant in the code: write it here\n");
        return text.Insert(text.IndexOf('\n') + 1, string.Concat(unknown));
    }

    private static string FreeName(string type, Project project)
    {
        var taken = new HashSet<string>(project.AdditionalDocuments.Select(static document => document.Name), StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, taken.Count + 1)
            .Select(number => FormattableString.Invariant($"{type}{(number == 1 ? "" : number)}.scaling.json"))
            .First(name => !taken.Contains(name));
    }

    private static Solution Add(Project project, string name, string text)
    {
        var folder = project.FilePath is { } file ? file.Substring(0, file.LastIndexOfAny(['/', '\\']) + 1) : "";
        return project.Solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id), name, SourceText.From(text), filePath: folder + name);
    }
}
