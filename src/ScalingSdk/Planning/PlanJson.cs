using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>Writes a plan as JSON with stable keys (docs/plan.md): byte-equal for the same spec on every machine.</summary>
internal static class PlanJson
{
    /// <summary>The version of the keys: it changes when a key changes its meaning.</summary>
    private const long Format = 1;

    public static string Write(TrainingPlan plan)
    {
        var json = new JsonWriter().StartObject();
        json.Name("format").Value(Format);
        json.Name("name").Value(plan.Spec.Name);
        json.Name("architecture").Value(plan.Spec.Model?.Architecture);
        json.Name("figures").StartObject();
        foreach (var figure in plan.Figures)
            Write(json, figure);
        json.EndObject();
        json.Name("assumptions").StartArray();
        foreach (var assumption in plan.Assumptions)
            json.Value(assumption);
        return json.EndArray().EndObject().ToString();
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
        foreach (var input in figure.Inputs)
            json.Value(input);
        json.EndArray();
        if (figure.Validity.Length > 0)
            json.Name("validity").Value(figure.Validity);
        json.EndObject();
    }
}
