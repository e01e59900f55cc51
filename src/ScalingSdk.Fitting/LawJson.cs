using System.Reflection;
using System.Text;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting;

/// <summary>Writes a fit as <c>*.law.json</c>: readable, diffable, the same for the same runs in any order.</summary>
/// <remarks>The format is that of docs/law-files.md; what is beyond a law stands under <c>fit</c>, for people.</remarks>
public static class LawJson
{
    /// <summary>The most joint draws that are written: 250 keep quantiles within about one per cent in 10 KB.</summary>
    private const int MostDraws = 250;

    /// <summary>The text of the file.</summary>
    /// <param name="fit">The fit; it must have fitted runs.</param>
    /// <param name="id">The name that a spec writes: small letters, digits and '-'.</param>
    /// <param name="sample">Its joint sample: without it the law gives no intervals.</param>
    public static string Write(FitResult fit, string id, LawSample? sample = null)
    {
        if (fit.Diagnostics is null)
            throw new ArgumentException("no run was fitted: there is no law to write", nameof(fit));
        var json = new JsonWriter().StartObject();
        json.Name("law").Value(id);
        var chinchilla = fit.Form.AsChinchilla([.. fit.Constants.Select(static constant => constant.Value)]);
        json.Name("form").Value(chinchilla is null ? fit.Form.Id : LossForm.Chinchilla.Id);
        json.Name("parameters").Value(Convention(fit));
        WriteConstants(json.Name("constants").StartObject(), fit, chinchilla);
        WriteRange(json.Name("range").StartObject(), fit);
        if (!fit.Trusted)
        {
            json.Name("not_identified").StartArray();
            foreach (var constant in fit.Constants.Where(c => !c.Identified || !fit.Diagnostics.Converged))
                json.Value(constant.Name);
            json.EndArray();
        }

        var readable = chinchilla is null ? sample : sample?.Only(row => IsReadable(fit.Form.AsChinchilla(row)!.Value));
        WriteFit(json.Name("fit").StartObject(), fit, sample, sample?.Rows.Count - readable?.Rows.Count ?? 0);
        var text = json.EndObject().ToString();
        var draws = readable?.Thin(MostDraws);
        return draws is null || draws.Rows.Count < LawFileReader.LeastDraws ? text : text.Substring(0, text.Length - "\n}\n".Length) + Widened(draws) + Draws(fit, draws);
    }

    // Dense models pass every parameter.
    private static string Convention(FitResult fit) => fit.Set.Convention switch
    {
        ParameterConvention.Active => "active",
        ParameterConvention.Total => fit.Runs.Any(static run => run.Experts > 1) ? "total" : "active",
        ParameterConvention.NonEmbedding => "non-embedding",
        ParameterConvention.NonEmbeddingWeights => "non-embedding-weights",
        ParameterConvention.WeightsWithHead => "weights-with-head",
        _ => "non-embedding-flops-per-token",
    };

    private static void WriteConstants(JsonWriter json, FitResult fit, ChinchillaForm? chinchilla)
    {
        if (chinchilla is { } form)
        {
            json.Name("E").Value(Math.Max(form.E, Math.Exp(-LawFileReader.MostLog))).Name("A").Value(form.A).Name("B").Value(form.B)
                .Name("alpha").Value(form.Alpha).Name("beta").Value(form.Beta).EndObject();
            return;
        }

        foreach (var constant in fit.Constants)
            json.Name(constant.Name).Value(constant.Value);
        json.EndObject();
    }

    private static void WriteRange(JsonWriter json, FitResult fit)
    {
        Bounds("parameters", static run => run.Parameters);
        Bounds("tokens", static run => run.Tokens);
        Bounds("flops", static run => run.Compute);
        json.EndObject();

        void Bounds(string name, Func<TrainingRun, double> of) =>
            json.Name(name).StartArray().Value(fit.Runs.Min(of)).Value(fit.Runs.Max(of)).EndArray();
    }

    private static void WriteFit(JsonWriter json, FitResult fit, LawSample? sample, int leftOut)
    {
        var d = fit.Diagnostics!;
        json.Name("equation").Value(fit.Form.Equation);
        json.Name("source").Value(fit.Set.Source);
        json.Name("runs").Value(fit.Runs.Count);
        json.Name("runs_sha256").Value(fit.Set.Hash);
        json.Name("rows_dropped").Value(fit.Set.Notes.Count(static note => note.Dropped));
        json.Name("penalty").Value(double.IsInfinity(fit.Options.Penalty.Delta) ? "squares of log loss" : "huber on log loss, summed");
        json.Name("delta").Value(fit.Options.Penalty.Delta);
        if (fit.Options.Penalty.Below is not 1)
            json.Name("cost_below").Value(fit.Options.Penalty.Below);
        json.Name("objective").Value(d.Objective);
        json.Name("converged").Value(d.Converged);
        json.Name("condition_number").Value(d.ConditionNumber);
        json.Name("next_minimum").Value(d.NextMinimum ?? double.NaN);
        json.Name("next_minimum_is").Value(d.NextMinimumIs);
        json.Name("root_mean_square").Value(d.RootMeanSquare);
        json.Name("runs_in_tails").Value(d.RunsInTails);
        json.Name("standard_errors").StartObject();
        foreach (var constant in fit.Constants)
            json.Name(constant.Name).Value(sample?.StandardError(constant.Name) ?? constant.StandardError);
        json.EndObject();
        json.Name("not_identified").StartArray();
        foreach (var constant in fit.Constants.Where(static c => !c.Identified))
            json.Value(constant.Name);
        json.EndArray();
        WriteSampling(json, sample, leftOut);
        json.Name("findings").StartArray();
        foreach (var finding in fit.Findings)
            json.Value(finding.Text);
        json.EndArray();
        json.Name("tool").Value("ScalingSdk.Fitting " + Version());
        json.EndObject();
    }

    private static void WriteSampling(JsonWriter json, LawSample? sample, int leftOut)
    {
        if (sample is null)
            return;
        json.Name("resamples").Value(sample.Rows.Count);
        json.Name("resampled").Value(sample.Resampling.ToString().ToLowerInvariant());
        json.Name("resampled_units").Value(sample.Units);
        if (sample.Caveat is { } caveat)
            json.Name("caveat").Value(caveat);
        json.Name("resamples_not_converged").Value(sample.NotConverged);
        json.Name("resamples_without_bound").Value(leftOut);
    }

    private static string Widened(LawSample sample) => sample.Widened is 1 ? "" : $",\n  \"widened\": {NumberText.Round(sample.Widened)}";

    private static double Logarithm(double value) => Math.Max(Math.Log(value), -LawFileReader.MostLog);

    private static string Version() =>
        typeof(LawJson).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    // A resample of too few sizes may leave an exponent without bound: it says nothing, and no reader takes it. The file counts them.
    private static bool IsReadable(ChinchillaForm row) =>
        row.A <= Math.Exp(LawFileReader.MostLog) && row.B <= Math.Exp(LawFileReader.MostLog) && row.Alpha is > 0 and <= LawFileReader.MostLog && row.Beta is > 0 and <= LawFileReader.MostLog;

    // A draw a line: amplitudes as logarithms, as docs/law-files.md says. One that a resample leaves at 0 is nothing beside a loss, as is e^-700.
    private static string Draws(FitResult fit, LawSample sample)
    {
        var text = new StringBuilder(",\n  \"sample\": [");
        for (var i = 0; i < sample.Rows.Count; i++)
        {
            var cells = fit.Form.AsChinchilla(sample.Rows[i]) is { } form ? [Logarithm(form.E), Logarithm(form.A), Logarithm(form.B), form.Alpha, form.Beta] : sample.Rows[i];
            text.Append(i == 0 ? "\n    [" : ",\n    [").Append(string.Join(", ", cells.Select(NumberText.Round))).Append(']');
        }

        return text.Append("\n  ]\n}\n").ToString();
    }
}
