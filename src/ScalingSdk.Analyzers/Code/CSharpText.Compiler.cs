using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScalingSdk.Analyzers.Code;

/// <content>As the compiler says it.</content>
internal static partial class CSharpText
{
    // As metadata has it: a keyword is a name like any other.
    private static readonly SymbolDisplayFormat Unescaped =
        SymbolDisplayFormat.CSharpErrorMessageFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>A string literal with its quotes.</summary>
    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A namespace's name, its keywords not escaped; empty for the global one.</summary>
    public static string NameOf(INamespaceSymbol space) => space.IsGlobalNamespace ? "" : space.ToDisplayString(Unescaped);

    /// <summary>A name with dots whose parts may be keywords: "My.class" is "My.@class".</summary>
    public static string Escape(string name) => string.Join(".", name.Split('.').Select(static part =>
        SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None ? part : "@" + part));
}
