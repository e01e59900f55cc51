using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Locking;

/// <summary>Reads a lock file, which a merge or a hand may have spoiled.</summary>
internal static class LockReader
{
    public static LockReading Read(string text)
    {
        if (Conflict(text) is { } marker)
            return Failed(marker, "has the conflict marks of a merge");
        var reading = JsonReader.Read(text);
        if (reading.Error is { } error)
            return Failed(error.Span, "is not JSON: " + error.Message);
        if (reading.Root is not JsonObject root || root.Find("format")?.Value is not JsonNumber format)
            return Failed(default, "is not a lock file: it has no 'format'");
        if (!string.Equals(format.Text, "1", StringComparison.Ordinal))
            return Failed(format.Span, $"has the format '{Excerpt.Of(format.Text)}', and this version of the package writes '{LockFile.Format}'");
        if (root.Find("specs")?.Value is not JsonObject specs)
            return Failed(root.Span with { Length = 1 }, "is not a lock file: it has no 'specs'");
        var entries = new List<(LockEntry, SourceSpan)>();
        foreach (var member in specs.Members)
        {
            if (Entry(member) is not { } entry)
                return Failed(member.NameSpan, $"has no 'name', 'inputs', 'laws', 'constants' and 'budgets' of texts for '{Excerpt.Of(member.Name)}'");
            entries.Add((entry, member.NameSpan));
        }

        return new(new LockFile(root.Find("project")?.Value is JsonString project ? project.Value : "", entries), default, null);
    }

    private static LockReading Failed(SourceSpan span, string problem) => new(null, span, problem);

    private static LockEntry? Entry(JsonMember member) =>
        member.Value is JsonObject entry
        && entry.Find("name")?.Value is JsonString name
        && entry.Find("constants")?.Value is JsonString constants
        && Texts(entry, "inputs") is { } inputs
        && Texts(entry, "laws") is { } laws
        && Texts(entry, "budgets") is { } figures
            ? new LockEntry(member.Name, name.Value, inputs, laws, constants.Value, figures)
            : null;

    private static List<KeyValuePair<string, string>>? Texts(JsonObject entry, string name)
    {
        if (entry.Find(name)?.Value is not JsonObject section || !section.Members.All(static member => member.Value is JsonString))
            return null;
        return [.. section.Members.Select(static member => new KeyValuePair<string, string>(member.Name, ((JsonString)member.Value).Value))];
    }

    /// <summary>The first line that git writes around what it could not merge.</summary>
    private static SourceSpan? Conflict(string text)
    {
        for (var start = 0; start >= 0 && start < text.Length; start = text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : -1)
        {
            if (string.CompareOrdinal(text, start, "<<<<<<<", 0, 7) == 0 || string.CompareOrdinal(text, start, ">>>>>>>", 0, 7) == 0)
                return new SourceSpan(start, 7);
        }

        return null;
    }
}
