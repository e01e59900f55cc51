using System.Globalization;
using System.Text;

namespace ScalingSdk.Text;

/// <summary>
/// Text from a spec, a log or a path as any writer may show it: on one line, without controls of terminals, and without the marks by which
/// build servers take orders from a log. What cannot be shown is written as its JSON escape, so that it can be found in its file.
/// </summary>
internal static class OutsideText
{
    /// <summary>The text, neutral. A text without anything to neutralise is returned as it is.</summary>
    public static string Neutral(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsOrder(text, i) || !IsShown(text, i))
                return Rewrite(text);
        }

        return text;
    }

    /// <summary>Text of several lines of ours, each neutral.</summary>
    public static string NeutralLines(string text) => text.IndexOf('\n') < 0 ? Neutral(text) : string.Join("\n", text.Split('\n').Select(Neutral));

    private static string Rewrite(string text)
    {
        var neutral = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsOrder(text, i) || !IsShown(text, i))
                neutral.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            else
                neutral.Append(text[i]);
        }

        return neutral.ToString();
    }

    // GitHub Actions: "::error" at the start of a line, "##[error]" anywhere. Azure Pipelines: "##vso[" anywhere. A terminal may break a
    // line at any blank.
    internal static bool IsOrder(string text, int i) => text[i] switch
    {
        ':' => Next(text, i, "::") && (i == 0 || char.IsWhiteSpace(text[i - 1])),
        '#' => Next(text, i, "##[") || Next(text, i, "##vso["),
        _ => false,
    };

    private static bool Next(string text, int i, string what) => string.Compare(text, i, what, 0, what.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsShown(string text, int i)
    {
        var c = text[i];
        if (c is >= ' ' and <= '~')
            return true;
        if (char.IsSurrogate(c))
        {
            var first = char.IsLowSurrogate(c) ? i - 1 : i;
            return first >= 0 && first + 1 < text.Length && char.IsSurrogatePair(text[first], text[first + 1]) && IsShown(CharUnicodeInfo.GetUnicodeCategory(text, first));
        }

        return IsShown(CharUnicodeInfo.GetUnicodeCategory(c));
    }

    // Format characters are invisible: marks of direction among them, which show text in another order than it has.
    private static bool IsShown(UnicodeCategory category) => category is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
