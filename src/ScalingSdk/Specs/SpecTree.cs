using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>
/// A spec as values with origins, before its sections are read: what a file, the command line, C# or several of them state.
/// Immutable; a value that is put over another takes its place and its origin.
/// </summary>
internal sealed class SpecTree
{
    private SpecTree(JsonObject root, string text) => (Root, Text) = (root, text);

    /// <summary>The sections.</summary>
    public JsonObject Root { get; }

    /// <summary>The file's text, in which origins of a file lie; empty where there is no file.</summary>
    public string Text { get; }

    /// <summary>A spec that states nothing yet.</summary>
    /// <param name="origin">What is going to state it: it decides how messages say what to add.</param>
    public static SpecTree Empty(Origin origin) => new(new JsonObject(origin, []), "");

    /// <summary>The spec of a file, or why its text is none.</summary>
    public static SpecTree? Parse(string text, out ReadingProblem? problem)
    {
        var reading = JsonReader.Read(text);
        problem = reading switch
        {
            { Error: { } error } when OtherDocument.Of(text, error.Span.Start) is var (what, help) => new ReadingProblem(
                ProblemKind.Unreadable, error.Span, what, Remedy.Advice(help)),
            { Error: { } error } => new ReadingProblem(ProblemKind.Unreadable, error.Span, error.Message),
            { Root: JsonObject } => null,
            _ => new ReadingProblem(ProblemKind.Unreadable, reading.Root!.Span,
                $"a spec is an object in braces, not {reading.Root.Kind}", Remedy.Advice("write { \"model\": { ... }, \"data\": { ... } }")),
        };
        return problem is null ? new SpecTree((JsonObject)reading.Root!, text) : null;
    }

    /// <summary>True where the spec has a section or key of this name at its root.</summary>
    public bool Has(string name) => Root.Find(name) is not null;

    /// <summary>The spec with a value at a key of its root.</summary>
    public SpecTree With(string name, JsonNode value) => new(Put(Root, name, value), Text);

    /// <summary>The spec with a value at a key of a section. What stands in the place of the section, if it is not one, stays for the reader to refuse.</summary>
    public SpecTree With(string section, string key, JsonNode value) => Root.Find(section)?.Value switch
    {
        null => With(section, new JsonObject(value.Origin, [new JsonMember(key, value.Origin, value)])),
        JsonObject content => new(Replace(Root, section, Put(content, key, value)), Text),
        _ => this,
    };

    /// <summary>The spec with a value at a key of the table.</summary>
    public SpecTree With(SpecKey key, JsonNode value) => With(key.Section, key.Name, value);

    /// <summary>The spec with these sections alone.</summary>
    public SpecTree Only(params string[] sections) =>
        new(new JsonObject(Root.Origin, [.. Root.Members.Where(member => sections.Contains(member.Name, StringComparer.Ordinal))]), Text);

    /// <summary>The spec with the edits of a help, wherever its values come from; null where it has not what an edit is about.</summary>
    public SpecTree? Apply(IReadOnlyList<SpecEdit> edits)
    {
        JsonObject? root = Root;
        for (var i = 0; i < edits.Count && root is not null; i++)
            root = Edited(root, edits[i], 0);
        return root is null ? null : new SpecTree(root, Text);
    }

    private static JsonObject? Edited(JsonObject content, SpecEdit edit, int depth)
    {
        var name = edit.Path[depth];
        var member = content.Find(name);
        if (depth < edit.Path.Count - 1)
        {
            if (member is null && edit.Kind != SpecEditKind.Set)
                return null;
            var inner = member is null ? new JsonObject(content.Origin, []) : member.Value as JsonObject;
            return inner is not null && Edited(inner, edit, depth + 1) is { } changed
                ? member is null ? Put(content, name, changed) : Replace(content, name, changed)
                : null;
        }

        return (edit.Kind, member) switch
        {
            (SpecEditKind.Set, _) => JsonReader.Read(edit.Text).Root is { } value ? Put(content, name, value) : null,
            (SpecEditKind.Rename, { }) => new JsonObject(content.Origin, [.. content.Members.Select(one => one == member ? member with { Name = edit.Text } : one)]),
            (SpecEditKind.Remove, { }) => new JsonObject(content.Origin, [.. content.Members.Where(one => one != member)]),
            _ => null,
        };
    }

    private static JsonObject Put(JsonObject content, string name, JsonNode value)
    {
        var stated = new JsonMember(name, value.Origin, value);
        return content.Find(name) is null
            ? new JsonObject(content.Origin, [.. content.Members, stated])
            : new JsonObject(content.Origin, [.. content.Members.Select(member => string.Equals(member.Name, name, StringComparison.Ordinal) ? stated : member)]);
    }

    // The section keeps the place of its name.
    private static JsonObject Replace(JsonObject root, string section, JsonObject content) => new(root.Origin,
        [.. root.Members.Select(member => string.Equals(member.Name, section, StringComparison.Ordinal) ? member with { Value = content } : member)]);
}
