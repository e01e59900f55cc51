using ScalingSdk.Fitting.Answers;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Json;

namespace ScalingSdk.Tool.Fits;

/// <summary>A fit as JSON: the keys of docs/tool.md.</summary>
internal static class FitJson
{
    /// <summary>One fit as an object; those of parts under their values.</summary>
    public static string Write(IReadOnlyList<RunFit> runs, IReadOnlyList<double>? budgets)
    {
        var json = new JsonWriter().StartObject();
        if (runs is [{ Part: null } one])
        {
            Members(json, one, budgets);
            return json.EndObject().ToString();
        }

        json.Name("parts").StartObject();
        foreach (var run in runs)
        {
            json.Name(run.Part ?? "").StartObject();
            Members(json, run, budgets);
            json.EndObject();
        }

        return json.EndObject().EndObject().ToString();
    }

    private static void Members(JsonWriter json, RunFit run, IReadOnlyList<double>? budgets)
    {
        var fit = run.Fit;
        json.Name("form").Value(fit.Form.Id);
        json.Name("points").Value((long)fit.Runs.Count);
        json.Name("objective").Value(fit.Diagnostics?.Objective ?? double.NaN);
        Map(json, "parameters", run, static (json, _, constant) => json.Value(constant.Value));
        Map(json, "standard_errors", run, static (json, run, constant) => json.Value(run.StandardError(constant)));
        Map(json, "intervals", run, static (json, run, constant) => ReadJson.Range(json, run.Sample?.Of(constant.Name, RunFit.Coverage)));
        json.Name("gradient_norm").Value(fit.Diagnostics?.GradientNorm ?? double.NaN);
        json.Name("condition_number").Value(fit.Diagnostics?.ConditionNumber ?? double.NaN);
        json.Name("converged").Value(fit.Diagnostics?.Converged ?? false);
        json.Name("coverage").Value(RunFit.Coverage);
        json.Name("resamples").Value((long)(run.Sample?.Rows.Count ?? 0));
        json.Name("resampled").Value(run.Sample?.Resampling.ToString().ToLowerInvariant());
        json.Name("resampled_units").Value((long)(run.Sample?.Units ?? 0));
        json.Name("why_resampled").Value(run.Sample?.WhyDrawn);
        json.Name("drawn_from").Value(run.Sample?.DrawnFrom);
        json.Name("widened").Value(run.Sample?.Widened ?? 1);
        json.Name("caveat").Value(run.Sample?.Caveat);
        Answer(json, run.Answer(budgets));
        json.Name("root_mean_square").Value(fit.Diagnostics?.RootMeanSquare ?? double.NaN);
        json.Name("seed_noise").Value(fit.Diagnostics?.SeedNoise ?? double.NaN);
        json.Name("runs_in_tails").Value((long)(fit.Diagnostics?.RunsInTails ?? 0));
        ReadJson.Lines(json, "not_identified", fit.Constants.Where(static constant => !constant.Identified).Select(static constant => constant.Name));
        ReadJson.Lines(json, "findings", fit.Findings.Select(static finding => finding.Text));
        run.Checks?.Write(json);
        ReadJson.Write(json, fit.Set);
    }

    private static void Answer(JsonWriter json, FitAnswer answer)
    {
        json.Name("why_no_answer").Value(answer.WhyNone);
        json.Name("size_exponent");
        Estimate(json, answer.SizeExponent);
        json.Name("answer").StartArray();
        foreach (var optimum in answer.Optima)
        {
            json.StartObject().Name("flops").Value(optimum.Compute).Name("times_the_largest_run").Value(optimum.Beyond);
            Estimate(json.Name("parameters"), optimum.Parameters);
            Estimate(json.Name("tokens"), optimum.Tokens);
            Estimate(json.Name("tokens_per_parameter"), optimum.TokensPerParameter);
            Estimate(json.Name("loss"), optimum.Loss);
            ReadJson.Range(json.Name("new_run"), optimum.NewRun);
            json.Name("compute_of_size_10_percent_off").Value(optimum.CostOfSizeOff ?? double.NaN).EndObject();
        }

        json.EndArray();
    }

    private static void Estimate(JsonWriter json, Estimate? estimate)
    {
        if (estimate is not { } known)
        {
            json.Null();
            return;
        }

        json.StartObject().Name("value").Value(known.Value);
        ReadJson.Range(json.Name("interval"), known.Interval);
        json.EndObject();
    }

    private static void Map(JsonWriter json, string name, RunFit run, Action<JsonWriter, RunFit, FittedConstant> write)
    {
        json.Name(name).StartObject();
        foreach (var constant in run.Fit.Constants)
            write(json.Name(constant.Name), run, constant);
        json.EndObject();
    }
}
