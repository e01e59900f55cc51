using ScalingSdk.Text;

namespace ScalingSdk.Json.Editing;

/// <summary>Applies edits to the text of a spec; comments, order and layout of all else stay as they are.</summary>
internal static class SpecEditor
{
    /// <summary>The text with the edits, one after another.</summary>
    /// <returns>Null where the text is no JSON object or has not what an edit is about: then nothing may be changed.</returns>
    public static string? Apply(string text, IReadOnlyList<SpecEdit> edits)
    {
        string? edited = text;
        for (var i = 0; i < edits.Count && edited is not null; i++)
            edited = Apply(edited, edits[i]);
        return edited;
    }

    private static string? Apply(string text, SpecEdit edit)
    {
        if (edit.Path.Count == 0 || JsonReader.Read(text).Root is not JsonObject section)
            return null;
        for (var i = 0; i < edit.Path.Count - 1; i++)
        {
            if (section.Find(edit.Path[i]) is not { } member)
                return edit.Kind == SpecEditKind.Set ? Sound(new JsonLayout(text, section).Add(edit.Path[i], Nested(edit, i + 1))) : null;
            if (member.Value is not JsonObject inner)
                return null;
            section = inner;
        }

        return Sound(Apply(text, section, edit));
    }

    private static string? Apply(string text, JsonObject section, SpecEdit edit)
    {
        var key = edit.Path[edit.Path.Count - 1];
        return (edit.Kind, section.Find(key)) switch
        {
            (SpecEditKind.Set, null) => new JsonLayout(text, section).Add(key, edit.Text),
            (SpecEditKind.Set, { } member) => Replace(text, member.Value.Span, edit.Text),
            (SpecEditKind.Rename, { } member) => Replace(text, member.NameSpan, JsonQuote.Of(edit.Text)),
            (SpecEditKind.Remove, { } member) => new JsonLayout(text, section).Remove(member),
            _ => null,
        };
    }

    /// <summary>The value within the objects that are not there yet.</summary>
    private static string Nested(SpecEdit edit, int from)
    {
        var json = edit.Text;
        for (var i = edit.Path.Count - 1; i >= from; i--)
            json = $"{{ {JsonQuote.Of(edit.Path[i])}: {json} }}";
        return json;
    }

    private static string Replace(string text, SourceSpan span, string with) =>
        text.Remove(span.Start, span.Length).Insert(span.Start, with);

    // A value that is no JSON, or a name that stands there twice, must not reach the file.
    private static string? Sound(string? text) => text is not null && JsonReader.Read(text).Root is JsonObject ? text : null;
}
