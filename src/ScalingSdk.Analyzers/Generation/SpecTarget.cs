using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>A partial type that names a spec.</summary>
internal sealed record SpecTarget(Container Container, string Reference)
{
    /// <summary>The target that an attribute stands on; null where another file cannot complete the type.</summary>
    public static SpecTarget? From(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (context.Attributes[0].ConstructorArguments is not [{ Value: string reference }])
            return null;
        var types = TypesAround(context.TargetNode);
        if (WhyNot(types) is not null)
            return null;
        return new SpecTarget(
            new Container(
                CSharpText.NameOf(context.TargetSymbol.ContainingNamespace),
                new EquatableArray<string>(types.Select(Declare)),
                string.Join(".", types.Select(static type => type.Identifier.ValueText)),
                Completes: true),
            reference);
    }

    /// <summary>Why another file cannot complete a type that is meant to be; null where it can, or where the type itself is not partial.</summary>
    public static string? WhyNot(SyntaxNode node) =>
        TypesAround(node) is [.., var own] types && own.Modifiers.Any(SyntaxKind.PartialKeyword) ? WhyNot(types) : null;

    private static List<TypeDeclarationSyntax> TypesAround(SyntaxNode node) => [.. node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse()];

    private static string? WhyNot(List<TypeDeclarationSyntax> types)
    {
        if (types.Find(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)) is { } whole)
            return $"'{whole.Identifier.ValueText}' is not partial; write 'partial {whole.Keyword.Text} {whole.Identifier.ValueText}'";
        return types.Find(static type => type.Modifiers.Any(SyntaxKind.FileKeyword)) is { } local
            ? $"'{local.Identifier.ValueText}' is file-local; remove 'file'"
            : null;
    }

    private static string Declare(TypeDeclarationSyntax type)
    {
        var kind = type is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword } ? "record struct" : type.Keyword.Text;
        return $"partial {kind} {type.Identifier.Text}" + type.TypeParameterList?.WithoutTrivia().ToString();
    }
}
