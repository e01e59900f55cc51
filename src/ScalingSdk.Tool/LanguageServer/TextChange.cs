using ScalingSdk.Text;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>Another text for a stretch of a text.</summary>
/// <param name="Span">The stretch.</param>
/// <param name="NewText">What stands there afterwards.</param>
internal readonly record struct TextChange(SourceSpan Span, string NewText)
{
    /// <summary>The shortest change from one text to another that parts no character and no end of a line; null where they are the same.</summary>
    public static TextChange? Between(string text, string edited)
    {
        if (string.Equals(text, edited, StringComparison.Ordinal))
            return null;
        var start = text.AsSpan().CommonPrefixLength(edited);
        while (IsWithin(text, start) || IsWithin(edited, start))
            start--;
        var most = Math.Min(text.Length, edited.Length) - start;
        var same = 0;
        while (same < most && text[^(same + 1)] == edited[^(same + 1)])
            same++;
        while (IsWithin(text, text.Length - same) || IsWithin(edited, edited.Length - same))
            same--;
        return new(new SourceSpan(start, text.Length - same - start), edited[start..^same]);
    }

    // Between the two parts of a character, or between CR and LF.
    private static bool IsWithin(string text, int at) => at > 0 && at < text.Length
        && (char.IsSurrogatePair(text[at - 1], text[at]) || (text[at - 1] is '\r' && text[at] is '\n'));
}
