using ScalingSdk.Fitting.Tables;
using ScalingSdk.Json;

namespace ScalingSdk.Fitting.Formats;

/// <summary>An object of columns: <c>{"N": [1e8, ...], "loss": [3.1, ...]}</c>, or by row as pandas writes it, <c>{"N": {"0": 1e8, ...}}</c>.</summary>
internal static class JsonColumns
{
    private const int LeastColumns = 2;

    /// <summary>The table; null where the object is something else.</summary>
    internal static LogTable? Of(JsonObject found)
    {
        var columns = found.Members.Select(static member => (member.Name, Cells: Cells(member.Value))).ToList();
        if (columns.Count < LeastColumns || columns[0].Cells is not { Count: > 0 } first || columns.Exists(column => column.Cells?.Count != first.Count))
            return null;
        return new("JSON by columns", [.. columns.Select(static column => column.Name)],
            [.. Enumerable.Range(0, first.Count).Select(i => new LogRow(i + 1, [.. columns.Select(column => column.Cells![i])]))]);
    }

    private static List<string?>? Cells(JsonNode value) => value switch
    {
        JsonArray array => Texts(array.Items),
        JsonObject rows when rows.Members.Count > 0 && rows.Members.All(static row => row.Name.All(char.IsDigit)) => Texts(rows.Members.Select(static row => row.Value)),
        _ => null,
    };

    // Scalars alone: a nested value is no cell.
    private static List<string?>? Texts(IEnumerable<JsonNode> items)
    {
        var texts = new List<string?>();
        foreach (var item in items)
        {
            if (item is JsonObject or JsonArray)
                return null;
            texts.Add(Text(item));
        }

        return texts;
    }

    /// <summary>A value as a cell; null where it is none.</summary>
    internal static string? Text(JsonNode value) => value switch { JsonNumber number => number.Text, JsonString text => text.Value, JsonBoolean truth => truth.Value ? "true" : "false", _ => null };
}
