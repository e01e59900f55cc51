using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingSdk.Analyzers.Code;

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
        var types = PartialTypes.Around(context.TargetNode);
        if (PartialTypes.WhyNot(types) is not null || ClassConflicts.OwnConstant((INamedTypeSymbol)context.TargetSymbol) is not null)
            return null;
        return new SpecTarget(
            new Container(
                CSharpText.NameOf(context.TargetSymbol.ContainingNamespace),
                new EquatableArray<string>(types.Select(Declare)),
                string.Join(".", types.Select(static type => type.Identifier.ValueText)),
                Completes: true),
            reference);
    }

    private static string Declare(TypeDeclarationSyntax type)
    {
        var kind = type is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword } ? "record struct" : type.Keyword.Text;
        return $"partial {kind} {type.Identifier.Text}" + type.TypeParameterList?.WithoutTrivia().ToString();
    }
}
