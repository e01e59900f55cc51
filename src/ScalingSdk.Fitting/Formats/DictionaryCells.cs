using System.Text;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Json;

namespace ScalingSdk.Fitting.Formats;

/// <summary>Cells that hold a dictionary, as wandb's API writes them in Python (<c>{'eval/loss': 2.1}</c>) or JSON: their members become columns.</summary>
internal static class DictionaryCells
{
    private static readonly JsonLimits Limits = new(MaxLength: 1024 * 1024, MaxDepth: 8);

    internal static LogTable Expand(LogTable table)
    {
        var first = table.Rows.FirstOrDefault();
        var dictionaries = Enumerable.Range(0, table.Headers.Count).Where(i => first.Cells is not null && IsDictionary(first.Cell(i))).ToList();
        if (dictionaries.Count == 0)
            return table;
        var rows = new List<(int Line, Dictionary<string, string> Members)>();
        foreach (var row in table.Rows)
        {
            var members = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < table.Headers.Count; i++)
            {
                if (dictionaries.Contains(i) && IsDictionary(row.Cell(i)) && JsonReader.Read(ToJson(row.Cell(i)!), Limits).Root is JsonObject found)
                    JsonTable.Flatten(found, table.Headers[i] + "/", members);
                else if (row.Cell(i) is { } cell)
                    members[table.Headers[i]] = cell;
            }

            rows.Add((row.Line, members));
        }

        return JsonTable.Of(table.Format + " with dictionaries", rows, []);
    }

    private static bool IsDictionary(string? cell) => cell is { Length: > 3 } && cell[0] == '{' && cell[cell.Length - 1] == '}';

    /// <summary>Python's spelling as JSON: quotes, True, False, None, nan and inf.</summary>
    internal static string ToJson(string python)
    {
        var json = new StringBuilder(python.Length + 16);
        for (var i = 0; i < python.Length; i++)
        {
            var c = python[i];
            if (c is '\'' or '"')
                i = Quoted(python, i, json);
            else if (char.IsLetter(c) && (i == 0 || !char.IsDigit(python[i - 1])))
                i = Word(python, i, json);
            else
                json.Append(c);
        }

        return json.ToString();
    }

    private static int Quoted(string python, int at, StringBuilder json)
    {
        var quote = python[at];
        json.Append('"');
        for (at++; at < python.Length && python[at] != quote; at++)
        {
            if (python[at] == '\\' && at + 1 < python.Length && python[at + 1] == '\'')
                at++;
            else if (python[at] == '\\' && at + 1 < python.Length)
                json.Append(python[at++]);
            else if (python[at] == '"')
                json.Append('\\');
            json.Append(python[at]);
        }

        json.Append('"');
        return at;
    }

    private static int Word(string python, int at, StringBuilder json)
    {
        var end = at;
        while (end < python.Length && (char.IsLetterOrDigit(python[end]) || python[end] == '_'))
            end++;
        json.Append(python.Substring(at, end - at) switch
        {
            "True" or "true" => "true",
            "False" or "false" => "false",
            "None" or "null" => "null",
            var word => $"\"{word}\"",
        });
        return end - 1;
    }
}
