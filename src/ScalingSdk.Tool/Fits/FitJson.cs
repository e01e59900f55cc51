using ScalingSdk.Json;

namespace ScalingSdk.Tool.Fits;

/// <summary>A fit as JSON: the keys of docs/tool.md.</summary>
internal static class FitJson
{
    public static string Write(RunFit run)
    {
        var fit = run.Fit;
        var json = new JsonWriter().StartObject();
        json.Name("form").Value(fit.Form.Id);
        json.Name("points").Value((long)fit.Runs.Count);
        json.Name("objective").Value(fit.Diagnostics?.Objective ?? double.NaN);
        Map(json, "parameters", run, static (json, _, constant) => json.Value(constant.Value));
        Map(json, "standard_errors", run, static (json, run, constant) => json.Value(run.StandardError(constant)));
        Map(json, "intervals", run, static (json, run, constant) =>
        {
            if (run.Sample?.Of(constant.Name, RunFit.Coverage) is { } interval)
                json.StartArray().Value(interval.Low).Value(interval.High).EndArray();
            else
                json.Null();
        });
        json.Name("gradient_norm").Value(fit.Diagnostics?.GradientNorm ?? double.NaN);
        json.Name("condition_number").Value(fit.Diagnostics?.ConditionNumber ?? double.NaN);
        json.Name("converged").Value(fit.Diagnostics?.Converged ?? false);
        json.Name("coverage").Value(RunFit.Coverage);
        json.Name("resamples").Value((long)(run.Sample?.Rows.Count ?? 0));
        List(json, "not_identified", fit.Constants.Where(static constant => !constant.Identified).Select(static constant => constant.Name));
        List(json, "findings", fit.Findings.Select(static finding => finding.Text));
        List(json, "notes", fit.Set.Notes.Select(static note => note.ToString()));
        return json.EndObject().ToString();
    }

    private static void Map(JsonWriter json, string name, RunFit run, Action<JsonWriter, RunFit, ScalingSdk.Fitting.FittedConstant> write)
    {
        json.Name(name).StartObject();
        foreach (var constant in run.Fit.Constants)
            write(json.Name(constant.Name), run, constant);
        json.EndObject();
    }

    private static void List(JsonWriter json, string name, IEnumerable<string> lines)
    {
        json.Name(name).StartArray();
        foreach (var line in lines)
            json.Value(line);
        json.EndArray();
    }
}
