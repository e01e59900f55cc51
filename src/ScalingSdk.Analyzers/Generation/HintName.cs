using System.Globalization;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>The name of a generated file: readable, and unlike that of any other.</summary>
internal static class HintName
{
    /// <summary>The class, and a hash of what it is made from that is the same in every process.</summary>
    public static string Of(string className, string origin)
    {
        var readable = string.Concat(className.Select(static c => c < 128 && (char.IsLetterOrDigit(c) || c is '.') ? c : '_'));
        return readable + "." + Fnv1a(className + "|" + origin).ToString("x8", CultureInfo.InvariantCulture) + ".g.cs";
    }

    // http://www.isthe.com/chongo/tech/comp/fnv: 32 bits, on UTF-16 units of two bytes each.
    private static uint Fnv1a(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ (c & 0xFFu)) * 16777619);
            hash = unchecked((hash ^ (uint)(c >> 8)) * 16777619);
        }

        return hash;
    }
}
