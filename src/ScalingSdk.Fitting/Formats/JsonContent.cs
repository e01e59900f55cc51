using ScalingSdk.Fitting.Tables;
using ScalingSdk.Json;

namespace ScalingSdk.Fitting.Formats;

/// <summary>What a text of JSON is: lines, an array, a trainer's state, or a file of another purpose.</summary>
internal static class JsonContent
{
    private const int Depth = 32;
    private static readonly JsonLimits Limits = new(MaxLength: int.MaxValue, MaxDepth: Depth);

    internal static TableReading Read(string text)
    {
        if (text[FirstOf(text)] == '{' && HasLines(text))
            return JsonTable.Lines(text);
        var reading = JsonTable.Parse(text, Limits);
        return reading.Root switch
        {
            JsonArray array when JsonShapes.Lists(array) is { } table => table,
            JsonArray array => JsonTable.Array(array),
            JsonObject state when state.Find("log_history")?.Value is JsonArray history => TrainerState.Of(state, history),
            JsonObject split when JsonShapes.Split(split) is { } table => table,
            JsonObject columns when JsonColumns.Of(columns) is { } table => table,
            JsonObject named when JsonShapes.ByName(named) is { } table => table,
            JsonObject table when JsonShapes.Inside(table) is { } list => JsonTable.Array(list),
            JsonObject other when Purpose(other) is { } purpose => TableReading.Refuse(purpose),
            JsonObject one => JsonTable.One(one),
            _ when text[FirstOf(text)] is '{' && JsonShapes.Sequence(text, Limits) is { } table => table,
            _ when AreLists(text) =>
                TableReading.Refuse("its lines are lists without names: write an object a line, such as {\"N\": 1e8, \"D\": 2e9, \"loss\": 3.1}"),
            _ when IsWords(text) => TableReading.Refuse($"it is not a table or a log that is known: its first line is '{Text.Excerpt.Of(text.TrimStart().Split('\n')[0])}'; CSV, JSON Lines, Parquet and the logs of docs/fitting.md are read"),
            _ => TableReading.Refuse($"it begins as JSON, but is not: {reading.Error?.Message ?? "a single value"}"),
        };
    }

    // '[44000000, 2.2e8, 4.7]' a line.
    private static bool AreLists(string text)
    {
        var lines = text.Trim().Split('\n').Take(2).Select(static line => line.Trim()).ToList();
        return lines.Count == 2 && lines.TrueForAll(static line => line.StartsWith("[", StringComparison.Ordinal) && line.EndsWith("]", StringComparison.Ordinal));
    }

    // More than one object, each on a line of its own.
    private static bool HasLines(string text)
    {
        var at = FirstOf(text);
        var end = text.IndexOf('\n', at);
        if (end < 0)
            return false;
        var first = JsonTable.Parse(text.Substring(at, end - at).Trim(), Limits).Root;
        return first is JsonObject && text.Substring(end).Trim().Length > 0;
    }

    // '[2024-05-01 10:00:00] [INFO] starting': a bracket that no array has.
    private static bool IsWords(string text)
    {
        var line = text.TrimStart().Split('\n')[0];
        var close = line.IndexOf(']');
        return line[0] == '[' && close > 0 && close < line.TrimEnd().Length - 1;
    }

    private static int FirstOf(string text)
    {
        var at = 0;
        while (at < text.Length - 1 && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private static string? Purpose(JsonObject found) =>
        found.Find("log_history") is not null ? null
        : found.Find("law") is not null && found.Find("constants") is not null ? "it is a law file, not runs: a spec names it, and 'scaling laws' shows it"
        : found.Find("hidden_size") is not null || found.Find("n_embd") is not null || found.Find("model_type") is not null ? "it is the config of a model, not runs: 'scaling params' counts it"
        : found.Find("model") is not null || found.Find("data") is not null || found.Find("training") is not null || found.Find("laws") is not null ? "it is a spec, not runs: 'scaling plan' reads it; runs are a table or logs with parameters, tokens and loss"
        : null;
}
