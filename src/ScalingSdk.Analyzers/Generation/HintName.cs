using System.Globalization;
using ScalingSdk.Text;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>The name of a generated file: readable, and unlike that of any other.</summary>
internal static class HintName
{
    // A file system takes names of 255 bytes.
    private const int Longest = 120;

    /// <summary>The class, and a hash of what it is made from that is the same in every process.</summary>
    public static string Of(string className, string origin)
    {
        var readable = string.Concat(className.Take(Longest).Select(static c => c < 128 && (char.IsLetterOrDigit(c) || c is '.') ? c : '_'));
        return readable + "." + StableHash.Of(className + "|" + origin).ToString("x8", CultureInfo.InvariantCulture) + ".g.cs";
    }
}
