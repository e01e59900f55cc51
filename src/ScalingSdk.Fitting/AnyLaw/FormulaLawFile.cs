using ScalingSdk.Json;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Writes a fitted formula as a <c>*.law.json</c>.</summary>
public static class FormulaLawFile
{
    private const int MostDraws = 1_000;

    /// <param name="fit">The fit.</param>
    /// <param name="name">The law's name.</param>
    /// <param name="source">Where the runs come from.</param>
    public static string Write(FittedFormula fit, string name, string source)
    {
        var json = new JsonWriter().StartObject();
        json.Name("name").Value(name);
        json.Name("form").Value("formula");
        json.Name("formula").Value(fit.Formula.Text);
        json.Name("source").Value($"{source}, {ScalingSdk.Text.NumberText.Grouped(fit.Runs)} runs");
        json.Name("residual").Value(fit.Scale == Projection.ResidualScale.Log ? "log" : "linear");
        json.Name("noise").Value(fit.Noise);
        json.Name("r2").Value(fit.R2);
        json.Name("constants").StartObject();
        foreach (var constant in fit.Constants)
            json.Name(constant.Name).Value(constant.Value);
        json.EndObject();
        json.Name("columns").StartObject();
        foreach (var column in fit.Symbols.Columns)
            json.Name(column.Key).Value(column.Value);
        json.EndObject();
        json.Name("range").StartObject();
        foreach (var range in fit.Range)
            json.Name(range.Key).StartArray().Value(range.Value.Low).Value(range.Value.High).EndArray();
        json.EndObject();
        json.Name("sample").StartArray();
        foreach (var draw in fit.Draws.Take(MostDraws))
        {
            json.StartArray();
            foreach (var value in draw)
                json.Value(value);
            json.EndArray();
        }

        json.EndArray();
        return json.EndObject().ToString();
    }
}
