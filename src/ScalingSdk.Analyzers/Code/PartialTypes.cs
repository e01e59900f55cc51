using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.Code;

/// <summary>Types that another file can complete.</summary>
internal static class PartialTypes
{
    /// <summary>The types around a declaration, the outermost first.</summary>
    public static List<TypeDeclarationSyntax> Around(SyntaxNode node) => [.. node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse()];

    /// <summary>Why another file cannot complete a type that is meant to be; null where it can, or where the type itself is not partial.</summary>
    public static string? WhyNot(SyntaxNode node) =>
        IsPartial(node) ? WhyNot(Around(node)) : null;

    /// <summary>True for a declaration that is meant to be completed.</summary>
    public static bool IsPartial(SyntaxNode node) => Around(node) is [.., var own] && own.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>Why another file cannot complete the innermost of these types; null where it can.</summary>
    public static string? WhyNot(List<TypeDeclarationSyntax> types)
    {
        if (types.Find(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)) is { } whole)
            return $"'{whole.Identifier.ValueText}' is not partial; write 'partial {whole.Keyword.Text} {whole.Identifier.ValueText}'";
        return types.Find(static type => type.Modifiers.Any(SyntaxKind.FileKeyword)) is { } local
            ? $"'{local.Identifier.ValueText}' is file-local; remove 'file'"
            : null;
    }
}
