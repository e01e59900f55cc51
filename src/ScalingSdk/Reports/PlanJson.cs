using System.Text;
using ScalingSdk.Json;
using ScalingSdk.Planning;

namespace ScalingSdk.Reports;

/// <summary>Writes a plan as JSON with stable keys (docs/plan.md): byte-equal for the same spec on every machine.</summary>
internal static class PlanJson
{
    /// <summary>The version of the keys: it changes when a key changes its meaning.</summary>
    private const long Format = 1;

    /// <summary>The plan as JSON with stable keys (docs/plan.md), with '\n' line ends: byte-equal for the same spec everywhere.</summary>
    public static string ToJson(this TrainingPlan plan)
    {
        var json = "";
        Write(plan).Use(bytes => json = Encoding.ASCII.GetString(bytes.Array!, 0, bytes.Count));
        return json;
    }

    internal static JsonWriter Write(TrainingPlan plan)
    {
        var figures = plan.Figures;
        var json = new JsonWriter().StartObject();
        json.Name("format").Value(Format);
        json.Name("name").Value(plan.Spec.Name);
        json.Name("architecture").Value(plan.Spec.Model?.Architecture);
        json.Name("summary").Value(plan.Summary());
        json.Name("figures").StartObject();
        foreach (var figure in figures)
            Write(json, figure);
        json.EndObject();
        json.Name("tables").StartObject();
        foreach (var table in plan.Tables)
            Write(json, table);
        json.EndObject();
        Write(json, "assumptions", plan.Assumptions);
        Write(json, "notes", PlanNotes.Of(plan));
        return json.EndObject();
    }

    private static void Write(JsonWriter json, PlanTable table)
    {
        json.Name(table.Key).StartObject();
        json.Name("title").Value(table.Title);
        json.Name("formula").Value(table.Formula);
        json.Name("source").Value(table.Source);
        json.Name("units").StartObject();
        foreach (var column in table.Columns)
            json.Name(column.Key).Value(column.Unit);
        json.EndObject();
        json.Name("rows").StartArray();
        foreach (var row in table.Rows)
        {
            json.StartObject();
            for (var i = 0; i < row.Count; i++)
            {
                json.Name(table.Columns[i].Key);
                _ = row[i].Number is { } number ? json.Value(number) : json.Value(row[i].Text);
            }

            json.EndObject();
        }

        json.EndArray().EndObject();
    }

    private static void Write(JsonWriter json, string name, IReadOnlyList<string> lines)
    {
        json.Name(name).StartArray();
        for (var i = 0; i < lines.Count; i++)
            json.Value(lines[i]);
        json.EndArray();
    }

    private static void Write(JsonWriter json, Figure figure)
    {
        json.Name(figure.Key).StartObject();
        json.Name("value");
        _ = figure.Exact is { } exact ? json.Value(exact) : json.Value(figure.Value);
        json.Name("unit").Value(figure.Unit);
        if (figure.Convention.Length > 0)
            json.Name("convention").Value(figure.Convention);
        if (figure.Range is { } range)
        {
            json.Name("range").StartObject();
            json.Name("low").Value(range.Low);
            json.Name("high").Value(range.High);
            json.Name("meaning").Value(range.Meaning);
            json.EndObject();
        }

        json.Name("title").Value(figure.Title);
        json.Name("formula").Value(figure.Formula);
        json.Name("source").Value(figure.Source);
        json.Name("inputs").StartArray();
        for (var i = 0; i < figure.Inputs.Count; i++)
            json.Value(figure.Inputs[i].Name);
        json.EndArray();
        if (figure.Validity is { Length: > 0 } validity)
            json.Name("validity").Value(validity);
        json.EndObject();
    }
}
