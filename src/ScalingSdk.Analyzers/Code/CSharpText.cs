using System.Text;
using System.Xml;

namespace ScalingSdk.Analyzers.Code;

/// <summary>Foreign text as C# source: nothing that a spec or a project says can leave its comment, literal or identifier.</summary>
internal static partial class CSharpText
{
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

    /// <summary>The same of a text and what it begins with, written without joining the two.</summary>
    public static void Doc(StringBuilder doc, string label, string text)
    {
        if (IsPlain(label) && IsPlain(text))
            doc.Append(label).Append(text);
        else
            doc.Append(Doc(label + text));
    }

    // Which of the characters up to '~' are not written as they are.
    private static readonly bool[] Changed = [.. Enumerable.Range(0, '~' + 1).Select(static c => c is < ' ' or '&' or '<' or '>')];

    // Nearly all text is: without a call for each character, and one look for each.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c > '~' || Changed[c])
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
