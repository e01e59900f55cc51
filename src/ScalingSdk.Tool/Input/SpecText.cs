using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Input;

/// <summary>Values in the text of a spec, by section and key.</summary>
internal static class SpecText
{
    /// <summary>The text with the value of a key; a text that is no spec comes back as it is, for the pipeline to refuse.</summary>
    public static string Set(string text, string section, string key, string value) =>
        SpecEditor.Apply(text, [SpecEdit.Set(JsonQuote.Of(value), section, key)]) ?? text;

    /// <summary>Where a key stands with its value, or null where it does not.</summary>
    public static SourceSpan? Find(string text, string section, string key) =>
        JsonReader.Read(text).Root is JsonObject root && root.Find(section)?.Value is JsonObject inside
            ? inside.Find(key)?.Span
            : null;
}
