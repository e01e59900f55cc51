using ScalingSdk.Fitting.Data;
using ScalingSdk.Json;
using ScalingSdk.Laws;

namespace ScalingSdk.Tool.Fits;

/// <summary>What was read, in JSON: the same keys for every command that takes runs.</summary>
internal static class ReadJson
{
    /// <summary>Files, what N counts, and every choice in words.</summary>
    public static void Write(JsonWriter json, RunSet set)
    {
        Files(json, set.Readings);
        json.Name("convention").Value(set.Convention.ToString());
        json.Name("convention_assumed").Value(set.ConventionIsAssumed);
        Lines(json, "summary", set.Summary);
        Lines(json, "notes", set.Notes.Select(static note => note.ToString()));
    }

    /// <summary>The same of curves.</summary>
    public static void Write(JsonWriter json, CurveSet set)
    {
        Files(json, set.Readings);
        Lines(json, "summary", set.Summary);
        Lines(json, "notes", set.Notes.Select(static note => note.ToString()));
    }

    /// <summary>An interval as its two ends; null without one.</summary>
    public static void Range(JsonWriter json, Interval? interval)
    {
        if (interval is { } range)
            json.StartArray().Value(range.Low).Value(range.High).EndArray();
        else
            json.Null();
    }

    public static void Lines(JsonWriter json, string name, IEnumerable<string> lines)
    {
        json.Name(name).StartArray();
        foreach (var line in lines)
            json.Value(line);
        json.EndArray();
    }

    private static void Files(JsonWriter json, IReadOnlyList<RunReading> readings)
    {
        json.Name("read").StartArray();
        foreach (var reading in readings)
        {
            json.StartObject().Name("source").Value(reading.Source).Name("format").Value(reading.Format).Name("rows").Value((long)reading.Rows)
                .Name("left_out_by_condition").Value((long)reading.Filtered).Name("runs").Value((long)reading.Runs);
            json.Name("columns").StartObject();
            foreach (var column in reading.Columns)
                json.Name(column.Field).StartObject().Name("column").Value(column.Column).Name("unit").Value(column.Unit).Name("factor").Value(column.Factor).EndObject();
            json.EndObject();
            Lines(json, "remarks", reading.Remarks);
            json.EndObject();
        }

        json.EndArray();
    }
}
