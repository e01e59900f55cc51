using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Json;

namespace ScalingSdk.Fitting.Formats;

/// <summary>Tables in JSON that are not a list of objects: rows as lists, runs by name, a list inside an object, objects one after another.</summary>
internal static class JsonShapes
{
    private const int DeepestList = 3;

    /// <summary><c>{"columns": ["N", ...], "data": [[1e8, ...], ...]}</c>, as pandas writes it with orient='split'; null where the object is something else.</summary>
    internal static LogTable? Split(JsonObject found) =>
        found.Find("columns")?.Value is JsonArray columns && found.Find("data")?.Value is JsonArray data && data.Items.Count > 0 && data.Items.All(static item => item is JsonArray)
            ? Rows(columns, data.Items)
            : null;

    /// <summary>Rows as lists, below one of names; null where the array is something else.</summary>
    internal static LogTable? Lists(JsonArray array) =>
        array.Items.Count > 1 && array.Items.All(static item => item is JsonArray) ? Rows((JsonArray)array.Items[0], array.Items.Skip(1)) : null;

    /// <summary><c>{"run-1": {"N": 1e8, ...}, "run-2": {...}}</c>: runs by name; null where the object is something else.</summary>
    internal static LogTable? ByName(JsonObject found)
    {
        if (found.Members.Count < 2 || !found.Members.All(static member => member.Value is JsonObject))
            return null;
        var rows = found.Members.Select(static (member, i) =>
        {
            var members = new Dictionary<string, string>(StringComparer.Ordinal);
            JsonTable.Flatten((JsonObject)member.Value, "", members);
            if (!members.ContainsKey("name"))
                members["name"] = member.Name;
            return (i + 1, members);
        }).ToList();
        return rows.TrueForAll(static row => row.members.Keys.Any(LossNames.IsLoss)) ? JsonTable.Of("JSON objects by name", rows, []) : null;
    }

    /// <summary>The longest list of objects inside an object; null where there is none.</summary>
    internal static JsonArray? Inside(JsonObject found, int depth = 0)
    {
        JsonArray? longest = null;
        foreach (var member in found.Members)
        {
            var list = member.Value switch
            {
                JsonArray array when array.Items.Count > 0 && array.Items.All(static item => item is JsonObject) && HasLoss((JsonObject)array.Items[0]) => array,
                JsonObject inner when depth < DeepestList => Inside(inner, depth + 1),
                _ => null,
            };
            if (list is not null && list.Items.Count > (longest?.Items.Count ?? 0))
                longest = list;
        }

        return longest;
    }

    /// <summary>Objects that follow one another on several lines each, as jq prints them; null where the text is something else.</summary>
    internal static LogTable? Sequence(string text, JsonLimits limits)
    {
        var rows = new List<(int Line, Dictionary<string, string> Members)>();
        var notes = new List<RunNote>();
        var (depth, start, line, startLine, quoted) = (0, 0, 1, 1, false);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '\n')
                line++;
            if (quoted)
            {
                if (c is '\\')
                    at++;
                quoted = c is not '"';
            }
            else if (c is '"')
            {
                quoted = true;
            }
            else if (c is '{' && depth++ == 0)
            {
                (start, startLine) = (at, line);
            }
            else if (c is '}' && --depth == 0)
            {
                var reading = JsonTable.Parse(text.Substring(start, at + 1 - start), limits);
                if (reading.Root is not JsonObject found)
                {
                    notes.Add(JsonTable.NoObject(startLine, reading));
                    continue;
                }

                var members = new Dictionary<string, string>(StringComparer.Ordinal);
                JsonTable.Flatten(found, "", members);
                rows.Add((startLine, members));
            }
            else if (depth == 0 && !char.IsWhiteSpace(c) && c is not ',')
            {
                return null;
            }
        }

        if (depth > 0)
            notes.Add(new(startLine, RunRule.Unreadable, true, "the object has no end, as where a writer was stopped"));
        return rows.Count > 1 ? JsonTable.Of("JSON objects", rows, notes) : null;
    }

    private static bool HasLoss(JsonObject found)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonTable.Flatten(found, "", members);
        return members.Keys.Any(LossNames.IsLoss);
    }

    private static LogTable? Rows(JsonArray header, IEnumerable<JsonNode> rows)
    {
        if (header.Items.Count == 0 || !header.Items.All(static item => item is JsonString))
            return null;
        var names = header.Items.Select(static item => ((JsonString)item).Value).ToArray();
        return new("JSON lists", names, [.. rows.Select((row, i) => new LogRow(i + 1, [.. ((JsonArray)row).Items.Take(names.Length).Select(JsonColumns.Text)]) { IsTooLong = ((JsonArray)row).Items.Count > names.Length })]);
    }
}
