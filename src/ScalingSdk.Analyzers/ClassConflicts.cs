using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingSdk.Naming;
using ScalingSdk.Planning;
using ScalingSdk.Rules;

namespace ScalingSdk.Analyzers;

/// <summary>Names of the project's code that a class of constants cannot share.</summary>
internal static class ClassConflicts
{
    // The compiler puts it into the paths of generated files.
    private const string Generator = "ScalingSdk.Analyzers.Generation.SpecGenerator";

    /// <summary>What makes a class impossible, and what to write; null where it can be.</summary>
    public static (string Headline, string Help)? Of(ClassName name, Compilation compilation)
    {
        if (CodeConstants.IsName(name.Name))
            return ClassImpossible.NamedLikeAConstant(name.Name);
        for (var end = name.Namespace.IndexOf('.'); end != name.Namespace.Length && name.Namespace.Length > 0; end = name.Namespace.IndexOf('.', end + 1))
        {
            end = end < 0 ? name.Namespace.Length : end;
            if (compilation.Assembly.GetTypeByMetadataName(name.Namespace.Substring(0, end)) is not null)
                return ClassImpossible.NamespaceIsAType(name.FullName, name.Namespace.Substring(0, end));
            if (end == name.Namespace.Length)
                break;
        }

        if (IsNamespace(name.FullName, compilation))
            return ClassImpossible.NamedLikeANamespace(name.FullName);
        if (compilation.Assembly.GetTypeByMetadataName(name.FullName) is not { } type)
            return null;
        if (!type.DeclaringSyntaxReferences.All(static declaration => CanBeCompleted(declaration.GetSyntax())))
            return ClassImpossible.NamedLikeAType(name.FullName);
        return OwnConstant(type) is { } member ? ClassImpossible.HasConstant(name.FullName, member) : null;
    }

    /// <summary>A member of the user's own that has the name of a constant; null where there is none.</summary>
    public static string? OwnConstant(INamedTypeSymbol type) => type.GetMembers()
        .FirstOrDefault(static member => (CodeConstants.IsName(member.Name) || member.Name.StartsWith("BatchSchedule", StringComparison.Ordinal) || member.Name is "BatchTokensAt")
            && member.DeclaringSyntaxReferences.Any(static declaration => !IsGenerated(declaration.SyntaxTree)))?.Name;

    private static bool CanBeCompleted(SyntaxNode declaration) => IsGenerated(declaration.SyntaxTree)
        || declaration is ClassDeclarationSyntax { TypeParameterList: null } type
            && type.Modifiers.Any(SyntaxKind.PartialKeyword)
            && type.Modifiers.All(static modifier => modifier.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.InternalKeyword or SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword);

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.IndexOf(Generator, StringComparison.Ordinal) >= 0;

    private static bool IsNamespace(string name, Compilation compilation)
    {
        INamespaceSymbol? space = compilation.Assembly.GlobalNamespace;
        foreach (var part in name.Split('.'))
            space = space?.GetNamespaceMembers().FirstOrDefault(one => string.Equals(one.Name, part, StringComparison.Ordinal));
        return space is not null;
    }
}
