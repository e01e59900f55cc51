using ScalingSdk.Fitting.Tables;
using ScalingSdk.Json;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Writes a fitted formula as a <c>*.law.json</c>, which a spec plans with.</summary>
public static class FormulaLawFile
{
    private const int MostDraws = 1_000;

    /// <param name="fit">The fit.</param>
    /// <param name="name">The law's name.</param>
    /// <param name="source">Where the runs come from.</param>
    public static string Write(FittedFormula fit, string name, string source)
    {
        var json = new JsonWriter().StartObject();
        json.Name("law").Value(name);
        json.Name("form").Value("formula");
        json.Name("parameters").Value("active");
        json.Name("formula").Value(fit.Formula.Text);
        json.Name("variables").StartObject();
        foreach (var column in fit.Symbols.Columns.Where(column => fit.Formula.Symbols.Contains(column.Key, StringComparer.Ordinal)))
        {
            if (Meaning(column.Key, column.Value) is { } meaning)
                json.Name(column.Key).Value(FormulaVariable.Name(meaning));
        }

        json.EndObject();
        json.Name("constants").StartObject();
        foreach (var constant in fit.Constants)
            json.Name(constant.Name).Value(constant.Value);
        json.EndObject();
        json.Name("range").StartObject();
        foreach (var range in fit.Range)
            json.Name(range.Key).StartArray().Value(range.Value.Low).Value(range.Value.High).EndArray();
        json.EndObject();
        Free(json, fit);
        Sample(json, fit);
        json.Name("fit").StartObject();
        json.Name("source").Value(source).Name("runs").Value(fit.Runs);
        json.Name("residual").Value(fit.Scale == Projection.ResidualScale.Log ? "log" : "linear");
        json.Name("noise").Value(fit.Noise).Name("r2").Value(fit.R2);
        json.Name("columns").StartObject();
        foreach (var column in fit.Symbols.Columns)
            json.Name(column.Key).Value(column.Value);
        json.EndObject().EndObject();
        return json.EndObject().ToString();
    }

    // Constants that the runs leave free, or all where the solver did not end: the law is written with that mark and does not plan.
    private static void Free(JsonWriter json, FittedFormula fit)
    {
        var free = fit.Constants.Where(constant => !fit.Converged || constant is { Identified: false, IsAtBound: false }).ToList();
        if (free.Count == 0)
            return;
        json.Name("not_identified").StartArray();
        foreach (var constant in free)
            json.Value(constant.Name);
        json.EndArray();
    }

    private static void Sample(JsonWriter json, FittedFormula fit)
    {
        if (fit.Draws.Count == 0)
            return;
        json.Name("sample").StartArray();
        foreach (var draw in fit.Draws.Take(MostDraws))
        {
            json.StartArray();
            foreach (var value in draw)
                json.Value(value);
            json.EndArray();
        }

        json.EndArray();
    }

    // By the symbol where it is one that everybody writes, otherwise by the name of the column.
    private static FormulaMeaning? Meaning(string symbol, string column) => symbol switch
    {
        "N" => FormulaMeaning.Parameters,
        "D" => FormulaMeaning.Tokens,
        "C" => FormulaMeaning.Compute,
        _ => ColumnNames.Find(column).Field switch
        {
            RunField.Parameters => FormulaMeaning.Parameters,
            RunField.Tokens => FormulaMeaning.Tokens,
            RunField.Compute => FormulaMeaning.Compute,
            RunField.Experts => FormulaMeaning.Experts,
            RunField.BatchTokens => FormulaMeaning.Batch,
            RunField.LearningRate => FormulaMeaning.LearningRate,
            _ => null,
        },
    };
}
