using ScalingSdk.Json.Editing;

namespace ScalingSdk.Analyzers.Code;

/// <content>Without the compiler: a literal is as JSON quotes it, and the name of a class of constants is not a keyword.</content>
internal static partial class CSharpText
{
    /// <summary>A string literal with its quotes.</summary>
    public static string Literal(string value) => JsonQuote.Of(value);

    /// <summary>A name with dots.</summary>
    public static string Escape(string name) => name;
}
