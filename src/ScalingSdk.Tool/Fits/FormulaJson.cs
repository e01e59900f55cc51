using ScalingSdk.Fitting.AnyLaw;
using ScalingSdk.Json;

namespace ScalingSdk.Tool.Fits;

/// <summary>Fitted formulas as JSON.</summary>
internal static class FormulaJson
{
    internal static string Write(IReadOnlyList<FittedFormula> fits, BestSetting? best)
    {
        var json = new JsonWriter().StartObject();
        json.Name("laws").StartArray();
        var comparison = LawComparison.Create(fits);
        for (var i = 0; i < fits.Count; i++)
            Write(json, fits[i], comparison.Weights[i]);
        json.EndArray();
        if (best is not null)
        {
            json.Name("best").StartObject();
            foreach (var setting in best.Settings)
                json.Name(setting.Key).Value(setting.Value);
            json.EndObject();
            json.Name("predicted").Value(best.Predicted);
            if (fits.Count > 1 && comparison.Average(best.At) is { } average)
                json.Name("predicted_average").Value(average);
        }

        return json.EndObject().ToString();
    }

    private static void Write(JsonWriter json, FittedFormula fit, double weight)
    {
        json.StartObject();
        json.Name("formula").Value(fit.Formula.Text);
        json.Name("runs").Value((long)fit.Runs);
        json.Name("columns").StartObject();
        foreach (var column in fit.Symbols.Columns)
            json.Name(column.Key).Value(column.Value);
        json.EndObject();
        json.Name("constants").StartObject();
        foreach (var constant in fit.Constants)
        {
            json.Name(constant.Name).StartObject();
            json.Name("value").Value(constant.Value);
            json.Name("standard_error").Value(constant.StandardError);
            if (constant.Interval is { } interval)
                json.Name("interval").StartArray().Value(interval.Low).Value(interval.High).EndArray();
            if (constant.Remark is { } remark)
                json.Name("remark").Value(remark);
            json.EndObject();
        }

        json.EndObject();
        if (fit.DrawnFrom is { } from)
            json.Name("drawn_from").Value(from);
        json.Name("objective").Value(fit.Objective);
        json.Name("converged").Value(fit.Converged);
        json.Name("gradient").Value(fit.GradientCosine);
        json.Name("condition").Value(fit.Condition);
        json.Name("starts").Value((long)fit.Starts.Made);
        json.Name("starts_reached").Value((long)fit.Starts.Reached);
        json.Name("r2").Value(fit.R2);
        if (fit.HeldOut is { } held)
            json.Name("r2_dearest_tenth").Value(held.R2);
        json.Name("noise").Value(fit.Noise);
        json.Name("bic").Value(fit.Bic);
        json.Name("weight").Value(weight);
        json.Name("findings").StartArray();
        foreach (var finding in FormulaText.Findings(fit))
            json.Value(finding);
        json.EndArray();
        json.EndObject();
    }
}
