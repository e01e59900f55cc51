using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>
/// Whether code beside a construction uses the constant, local or element that a fix would change: 1000 may be wrong for 12 heads and right for 25.
/// The rows of a vocabulary are padded for all that use them.
/// </summary>
internal static class SharedSite
{
    public static bool IsHeldByOthers(CodeSite site, Construction construction)
    {
        if (construction.Code is not { } code || site.Key == KeyPath.Vocabulary || construction.Holds(site.Expression) || Declaration(site.Expression) is not var (declaration, name, isLocal) || IsOfItsType(declaration, construction))
            return false;
        var trees = isLocal ? [declaration.SyntaxTree] : code.Compilation.SyntaxTrees.Where(tree => CodeNames.Of(tree, code.Cancellation).Used.Contains(name));
        return trees.Any(tree => tree.GetRoot(code.Cancellation).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(use => string.Equals(use.Identifier.ValueText, name, StringComparison.Ordinal) && !construction.Holds(use) && IsTaken(use) && !IsTheSame(use, construction) && Means(use, declaration, code)));
    }

    // A construction word for word like this one takes the same fix.
    private static bool IsTheSame(SyntaxNode use, Construction construction) =>
        use.Ancestors().Any(outer => outer.RawKind == construction.Syntax.RawKind && outer.IsEquivalentTo(construction.Syntax, topLevel: false));

    // What the value is a part of, or goes into; that a loop runs up to it is none of these.
    private static bool IsTaken(SyntaxNode use)
    {
        for (var outer = use.Parent; outer is ExpressionSyntax or ArgumentListSyntax or BracketedArgumentListSyntax or ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or PrimaryConstructorBaseTypeSyntax; outer = outer.Parent)
        {
            if (outer is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } })
                return false;
            if (outer is ArgumentSyntax { Parent: ArgumentListSyntax } or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or AssignmentExpressionSyntax)
                return true;
        }

        return false;
    }

    /// <summary>What declares the value that is written somewhere; null where it stands at its use.</summary>
    private static (SyntaxNode Declaration, string Name, bool IsLocal)? Declaration(SyntaxNode expression) => expression.Ancestors()
        .Select(static outer => outer switch
        {
            VariableDeclaratorSyntax { Identifier.ValueText: var name, Parent.Parent: var owner } => (outer, name, owner is LocalDeclarationStatementSyntax),
            PropertyDeclarationSyntax { Identifier.ValueText: var name } => (outer, name, false),
            EnumMemberDeclarationSyntax { Identifier.ValueText: var name } => (outer, name, false),
            MethodDeclarationSyntax { Identifier.ValueText: var name } => (outer, name, false),
            LocalFunctionStatementSyntax { Identifier.ValueText: var name } => (outer, name, true),
            _ => ((SyntaxNode, string, bool)?)null,
        })
        .FirstOrDefault(static found => found is not null);

    // A default is the type's own.
    private static bool IsOfItsType(SyntaxNode declaration, Construction construction) =>
        declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Identifier.ValueText: var name } && construction.Parts.Any(part => string.Equals(part.Name, name, StringComparison.Ordinal));

    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification = "Asked only where a finding has a fix at a declaration that other code names.")]
    private static bool Means(SyntaxNode use, SyntaxNode declaration, ProjectCode code) => SymbolEqualityComparer.Default.Equals(
        code.Compilation.GetSemanticModel(use.SyntaxTree).GetSymbolInfo(use, code.Cancellation).Symbol?.OriginalDefinition,
        code.Compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, code.Cancellation));
}
