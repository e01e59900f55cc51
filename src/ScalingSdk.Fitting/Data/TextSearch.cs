namespace ScalingSdk.Fitting.Data;

/// <summary>Ordinal search, which netstandard2.0 spells otherwise.</summary>
internal static class TextSearch
{
#if NET8_0_OR_GREATER
    internal static bool Holds(this string text, string part) => text.Contains(part, StringComparison.Ordinal);
#else
    internal static bool Holds(this string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
#endif
}
