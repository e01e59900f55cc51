using System.Text;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Json;

namespace ScalingSdk.Fitting.Formats;

/// <summary>Objects of JSON as a table, one a line or in an array: nested names are joined by '/', as wandb does.</summary>
internal static class JsonTable
{
    private static readonly string[] NotFinite = ["NaN", "-Infinity", "Infinity"];
    private static readonly JsonLimits OfLine = new(MaxLength: 1024 * 1024, MaxDepth: 8);

    /// <summary>JSON Lines.</summary>
    internal static TableReading Lines(string text)
    {
        var rows = new List<(int Line, Dictionary<string, string> Members)>();
        var notes = new List<RunNote>();
        var lists = new HashSet<string>(StringComparer.Ordinal);
        int line = 0, at = 0, parts = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var one = text.Substring(at, end - at).Trim();
            at = end + 1;
            line++;
            if (one.Length == 0)
                continue;
            var reading = ParseLine(one);
            if (reading.Root is not JsonObject found)
            {
                notes.Add(NoObject(line, reading));
                continue;
            }

            if (IsPart(found))
            {
                parts++;
                continue;
            }

            var members = new Dictionary<string, string>(StringComparer.Ordinal);
            Flatten(found, "", members, lists);
            rows.Add((line, members));
        }

        return Ended(rows.Count, parts, notes, () => Of("JSON Lines", rows, []) with { Lists = lists });
    }

    /// <summary>One object: one run.</summary>
    internal static TableReading One(JsonObject found)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = new HashSet<string>(StringComparer.Ordinal);
        var isPart = IsPart(found);
        Flatten(found, "", members, lists);
        return Ended(isPart ? 0 : 1, isPart ? 1 : 0, [], () => Of("a JSON object", [(1, members)], []) with { Lists = lists });
    }

    /// <summary>The table of lines that were read, or why there are none.</summary>
    internal static TableReading Ended(int rows, int parts, List<RunNote> notes, Func<LogTable> table)
    {
        if (parts > 0)
            notes.Add(new(0, RunRule.Derived, false, $"'{Whole.Text(parts)}' lines are the steps and events of a run log; its line 'run' alone is a run"));
        return rows > 0 ? table() with { Notes = notes }
            : TableReading.Refuse(parts > 0 ? "it is a run log without an end: the line \"record\": \"run\" is missing" : notes.Count > 0 ? $"it is not JSON Lines: {notes[0]}" : "it is empty");
    }

    /// <summary>A line.</summary>
    internal static JsonReading ParseLine(string line) => Parse(line, OfLine);

    /// <summary>What is wrong with a line that is not an object.</summary>
    internal static RunNote NoObject(int line, JsonReading reading) => new(line, RunRule.Unreadable, true, reading.Error?.Message ?? "is not an object; write one JSON object a line");

    /// <summary>True for a line of a run log that is not its end: the losses inside a run are not those of a schedule that ends there.</summary>
    internal static bool IsPart(JsonObject found) => found.Find("record")?.Value is JsonString { Value: "start" or "step" or "event" };

    /// <summary>An array of objects.</summary>
    internal static TableReading Array(JsonArray array)
    {
        var rows = new List<(int Line, Dictionary<string, string> Members)>();
        var notes = new List<RunNote>();
        var lists = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < array.Items.Count; i++)
        {
            var members = new Dictionary<string, string>(StringComparer.Ordinal);
            if (array.Items[i] is not JsonObject item)
            {
                notes.Add(new(i + 1, RunRule.Unreadable, true, "the item is not an object"));
                continue;
            }

            Flatten(item, "", members, lists);
            rows.Add((i + 1, members));
        }

        return rows.Count > 0 ? Of("a JSON array", rows, notes) with { Lists = lists } : TableReading.Refuse("it is a JSON array without objects; a run is an object such as {\"N\": 1e8, \"D\": 2e9, \"loss\": 3.1}");
    }

    /// <summary>Rows with names as a table: a column for each name that some row has.</summary>
    internal static LogTable Of(string format, List<(int Line, Dictionary<string, string> Members)> rows, IReadOnlyList<RunNote> notes)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, members) in rows)
        {
            foreach (var name in members.Keys)
            {
                if (!places.ContainsKey(name))
                    places.Add(name, places.Count);
            }
        }

        return new(format, [.. places.OrderBy(static place => place.Value).Select(static place => place.Key)], Rows(rows, places)) { Notes = notes };
    }

    /// <summary>A document that may write NaN and Infinity bare, as Python does: they mean a diverged run.</summary>
    internal static JsonReading Parse(string text, JsonLimits limits) => JsonReader.Read(QuoteNotFinite(text), limits);

    /// <summary>The values below an object by their whole names; names of lists, which are no cells, are kept apart.</summary>
    internal static void Flatten(JsonObject from, string prefix, Dictionary<string, string> to, HashSet<string>? lists = null)
    {
        foreach (var member in from.Members)
        {
            var name = prefix + member.Name;
            switch (member.Value)
            {
                case JsonObject inner:
                    Flatten(inner, name + "/", to, lists);
                    break;
                case JsonArray:
                    lists?.Add(name);
                    break;
                case JsonString text:
                    to[name] = text.Value;
                    break;
                case JsonNumber number:
                    to[name] = number.Text;
                    break;
                case JsonBoolean truth:
                    to[name] = truth.Value ? "true" : "false";
                    break;
            }
        }
    }

    private static IEnumerable<LogRow> Rows(List<(int Line, Dictionary<string, string> Members)> rows, Dictionary<string, int> places)
    {
        foreach (var (line, members) in rows)
        {
            var cells = new string?[places.Count];
            foreach (var member in members)
                cells[places[member.Key]] = member.Value.Trim();
            yield return new(line, cells);
        }
    }

    private static string QuoteNotFinite(string line)
    {
        if (!line.Holds("NaN") && !line.Holds("Infinity"))
            return line;
        var quoted = new StringBuilder(line.Length + 16);
        var inText = false;
        for (var i = 0; i < line.Length; i++)
        {
            var word = inText ? null : System.Array.Find(NotFinite, word => string.CompareOrdinal(line, i, word, 0, word.Length) == 0);
            if (word is not null)
            {
                quoted.Append('"').Append(word).Append('"');
                i += word.Length - 1;
                continue;
            }

            quoted.Append(line[i]);
            if (line[i] == '\\' && inText && i + 1 < line.Length)
                quoted.Append(line[++i]);
            else if (line[i] == '"')
                inText = !inText;
        }

        return quoted.ToString();
    }
}
