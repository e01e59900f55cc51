using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Answers;
using ScalingSdk.Json;
using ScalingSdk.Laws;

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
        Map(json, "intervals", run, static (json, run, constant) => Range(json, run.Sample?.Of(constant.Name, RunFit.Coverage)));
        json.Name("gradient_norm").Value(fit.Diagnostics?.GradientNorm ?? double.NaN);
        json.Name("condition_number").Value(fit.Diagnostics?.ConditionNumber ?? double.NaN);
        json.Name("converged").Value(fit.Diagnostics?.Converged ?? false);
        json.Name("coverage").Value(RunFit.Coverage);
        json.Name("resamples").Value((long)(run.Sample?.Rows.Count ?? 0));
        json.Name("resampled").Value(run.Sample?.Resampling.ToString().ToLowerInvariant());
        json.Name("resampled_units").Value((long)(run.Sample?.Units ?? 0));
        json.Name("caveat").Value(run.Sample?.Caveat);
        Answer(json, run.Answer(budgets));
        json.Name("root_mean_square").Value(fit.Diagnostics?.RootMeanSquare ?? double.NaN);
        json.Name("seed_noise").Value(fit.Diagnostics?.SeedNoise ?? double.NaN);
        List(json, "not_identified", fit.Constants.Where(static constant => !constant.Identified).Select(static constant => constant.Name));
        List(json, "findings", fit.Findings.Select(static finding => finding.Text));
        Read(json, fit.Set);
        List(json, "notes", fit.Set.Notes.Select(static note => note.ToString()));
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
            Range(json.Name("new_run"), optimum.NewRun);
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
        Range(json.Name("interval"), known.Interval);
        json.EndObject();
    }

    private static void Range(JsonWriter json, Interval? interval)
    {
        if (interval is { } range)
            json.StartArray().Value(range.Low).Value(range.High).EndArray();
        else
            json.Null();
    }

    // What was read, column by column, and every choice in words.
    private static void Read(JsonWriter json, RunSet set)
    {
        json.Name("read").StartArray();
        foreach (var reading in set.Readings)
        {
            json.StartObject().Name("source").Value(reading.Source).Name("format").Value(reading.Format).Name("rows").Value((long)reading.Rows).Name("runs").Value((long)reading.Runs);
            json.Name("columns").StartObject();
            foreach (var column in reading.Columns)
                json.Name(column.Field).StartObject().Name("column").Value(column.Column).Name("unit").Value(column.Unit).Name("factor").Value(column.Factor).EndObject();
            json.EndObject().EndObject();
        }

        json.EndArray();
        json.Name("convention").Value(set.Convention.ToString());
        json.Name("convention_assumed").Value(set.ConventionIsAssumed);
        List(json, "summary", set.Summary);
    }

    private static void Map(JsonWriter json, string name, RunFit run, Action<JsonWriter, RunFit, FittedConstant> write)
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
