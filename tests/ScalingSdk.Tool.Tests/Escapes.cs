using System.Text;

namespace ScalingSdk.Tool.Tests;

/// <summary>The escape sequences of colours.</summary>
internal static class Escapes
{
    public static string Remove(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u001b')
                i = text.IndexOf('m', i);
            else
                plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
