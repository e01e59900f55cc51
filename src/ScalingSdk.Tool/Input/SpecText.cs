using ScalingSdk.Text;

namespace ScalingSdk.Tool.Input;

/// <summary>Changes values in the text of a spec and leaves all else as it is: comments, order, blanks and lines.</summary>
internal static class SpecText
{
    /// <summary>The text with a key set; the key and its section are added, on the line of the brace, where they are not there.</summary>
    /// <param name="text">A JSON object; a text that is none comes back as it is, for the pipeline to refuse.</param>
    /// <param name="section">The section, such as <c>data</c>.</param>
    /// <param name="key">The key in the section.</param>
    /// <param name="value">What to write, as JSON.</param>
    public static string Set(string text, string section, string key, string value)
    {
        if (JsonReader.Read(text).Root is not JsonObject root)
            return text;
        if (root.Find(section) is not { } member)
            return Insert(text, root, $"{Quote(section)}: {{ {Quote(key)}: {value} }}");
        if (member.Value is not JsonObject inside)
            return text;
        return inside.Find(key) is { } existing
            ? Replace(text, existing.Value.Span, value)
            : Insert(text, inside, $"{Quote(key)}: {value}");
    }

    /// <summary>The text with a whole section replaced or added.</summary>
    public static string Set(string text, string section, string value)
    {
        if (JsonReader.Read(text).Root is not JsonObject root)
            return text;
        return root.Find(section) is { } member
            ? Replace(text, member.Value.Span, value)
            : Insert(text, root, $"{Quote(section)}: {value}");
    }

    /// <summary>Where a value stands, or null where it does not.</summary>
    public static SourceSpan? Find(string text, string section, string key) =>
        JsonReader.Read(text).Root is JsonObject root && root.Find(section)?.Value is JsonObject inside
            ? inside.Find(key)?.Span
            : null;

    /// <summary>Text as JSON.</summary>
    public static string Quote(string value) => new JsonWriter().Value(value).ToString().TrimEnd('\n');

    private static string Insert(string text, JsonObject into, string member)
    {
        var separator = into.Members.Count > 0 ? "," : " ";
        return text.Insert(into.Span.Start + 1, $" {member}{separator}");
    }

    private static string Replace(string text, SourceSpan span, string value) =>
        text.Remove(span.Start, span.Length).Insert(span.Start, value);
}
