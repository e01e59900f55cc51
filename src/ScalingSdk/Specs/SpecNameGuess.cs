using ScalingSdk.Json;

namespace ScalingSdk.Specs;

/// <summary>What a spec calls itself where it has no plan, so that code that names its class still finds it.</summary>
internal static class SpecNameGuess
{
    private const string Key = "\"name\"";

    /// <summary>The name that the text states, even where the rest is not JSON; otherwise that of the file.</summary>
    public static string Of(string path, string text)
    {
        if (JsonReader.Read(text).Root is JsonObject root)
            return root.Find("name")?.Value is JsonString { Value: var name } && SpecName.IsIdentifier(name) ? name : SpecName.FromPath(path);
        var key = text.IndexOf(Key, StringComparison.Ordinal);
        var start = key < 0 ? -1 : text.IndexOf('"', key + Key.Length);
        var end = start < 0 ? -1 : text.IndexOf('"', start + 1);
        return end > 0 && text.Substring(key + Key.Length, start - key - Key.Length).Trim() is ":" && SpecName.IsIdentifier(text.Substring(start + 1, end - start - 1))
            ? text.Substring(start + 1, end - start - 1)
            : SpecName.FromPath(path);
    }
}
