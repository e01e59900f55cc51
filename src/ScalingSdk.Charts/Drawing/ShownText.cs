using System.Xml;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Drawing;

/// <summary>Text of others as XML can hold it.</summary>
internal static class ShownText
{
    /// <summary>The text; what XML cannot hold is shown as its code, as all that a terminal obeys is.</summary>
    public static string Of(string text)
    {
        var neutral = OutsideText.NeutralLines(text);
        for (var i = 0; i < neutral.Length; i++)
        {
            if (i + 1 < neutral.Length && char.IsSurrogatePair(neutral[i], neutral[i + 1]))
                i++;
            else if (!XmlConvert.IsXmlChar(neutral[i]))
                neutral = $"{neutral[..i]}\\u{(int)neutral[i]:X4}{neutral[(i + 1)..]}";
        }

        return neutral;
    }
}
