using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>JSON in a string of C#: where a value of it is written.</summary>
internal static class JsonLiteral
{
    private const int Longest = 8;

    /// <summary>The literal that an expression has its text from; null where it is put together.</summary>
    public static LiteralExpressionSyntax? Of(IOperation? value, ConstantFolder folder)
    {
        for (var steps = 0; steps < Longest && value is not null; steps++)
        {
            value = InitializerSource.Bare(value);
            if (value?.Syntax is LiteralExpressionSyntax literal)
                return literal;
            value = folder.Source(value);
        }

        return null;
    }

    /// <summary>Where a part of the text stands in the file: quotes and backslashes may be written twice, so occurrences are counted.</summary>
    public static TextSpan? Place(LiteralExpressionSyntax literal, SourceSpan span)
    {
        var (text, written) = (literal.Token.ValueText, literal.Token.Text);
        if (span.End > text.Length)
            return null;
        var part = text.Substring(span.Start, span.Length);
        var (all, places) = (Occurrences(text, part), Occurrences(written, part));
        var index = all.IndexOf(span.Start);
        return all.Count == places.Count && index >= 0 ? new TextSpan(literal.SpanStart + places[index], part.Length) : null;
    }

    private static List<int> Occurrences(string text, string part)
    {
        var found = new List<int>();
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
            found.Add(at);
        return found;
    }
}
