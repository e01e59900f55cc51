using System.Text;
using System.Xml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>Foreign text as C# source: nothing that a spec or a project says can leave its comment, literal or identifier.</summary>
internal static class CSharpText
{
    // As metadata has it: a keyword is a name like any other.
    private static readonly SymbolDisplayFormat Unescaped =
        SymbolDisplayFormat.CSharpErrorMessageFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>A string literal with its quotes.</summary>
    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>Text inside an XML doc comment, on one line.</summary>
    public static string Doc(string text)
    {
        if (IsPlain(text))
            return text;
        text = Text.OutsideText.Neutral(text);
        var doc = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                doc.Append(text[i]).Append(text[++i]);
            else
                doc.Append(Doc(text[i]));
        }

        return doc.ToString();
    }

    /// <summary>A namespace's name, its keywords not escaped; empty for the global one.</summary>
    public static string NameOf(INamespaceSymbol space) => space.IsGlobalNamespace ? "" : space.ToDisplayString(Unescaped);

    /// <summary>A name with dots whose parts may be keywords: "My.class" is "My.@class".</summary>
    public static string Escape(string name) => string.Join(".", name.Split('.').Select(static part =>
        SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None ? part : "@" + part));

    // Nearly all text is: without a call for each character.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '&' or '<' or '>')
                return false;
        }

        return true;
    }

    private static string Doc(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '\u0085' or '\u2028' or '\u2029' => " ", // ends of a line for C#
        < ' ' => " ",
        _ when XmlConvert.IsXmlChar(c) => c.ToString(),
        _ => "\uFFFD",
    };
}
