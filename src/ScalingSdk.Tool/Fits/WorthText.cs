using ScalingSdk.Fitting.Corpora;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Json;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>The worth of data as people and programs read it.</summary>
internal static class WorthText
{
    private const double Budget = 1e21;
    private const string OneValidationSet = "The worth is for the loss that was measured: all losses must be of one validation set.";

    public static void Write(WorthOfData worth, RunSet runs, string reference, IPage page)
    {
        page.Heading($"Worth of data, {NumberText.Grouped(worth.Fit.Runs.Count)} runs of {runs.Source}");
        page.Table(
            ["corpus", "a token is worth", $"{NumberText.Percent(RunFit.Coverage)} interval", $"best tokens at {NumberText.Scientific(Budget)} FLOP"],
            worth.Corpora.Select(corpus => new[]
            {
                corpus.Corpus, $"{NumberText.Compact(corpus.Worth)} of {reference}",
                HasInterval(worth, corpus, reference) ? $"{NumberText.Compact(corpus.Interval.Low)} .. {NumberText.Compact(corpus.Interval.High)}" : "",
                worth.Fit.Trusted ? NumberText.Compact(Tokens(corpus)) : "",
            }),
            right: [3]);
        page.Line(OneValidationSet);
        if (worth.Sample is { Units: > 0 } sample)
            page.Fact("Intervals", FitText.Resampled(sample));
        foreach (var finding in worth.Fit.Findings)
            page.Fact("! Finding", finding.Text);
        foreach (var line in runs.Summary)
            page.Fact("Read", line);
    }

    public static string Json(WorthOfData worth, RunSet runs, string reference)
    {
        var json = new JsonWriter().StartObject().Name("reference").Value(reference).Name("points").Value((long)worth.Fit.Runs.Count).Name("corpora").StartArray();
        foreach (var corpus in worth.Corpora)
        {
            json.StartObject().Name("corpus").Value(corpus.Corpus).Name("worth").Value(corpus.Worth);
            ReadJson.Range(json.Name("interval"), HasInterval(worth, corpus, reference) ? corpus.Interval : null);
            json.Name("law").StartObject().Name("E").Value(corpus.Form.E).Name("A").Value(corpus.Form.A).Name("B").Value(corpus.Form.B)
                .Name("alpha").Value(corpus.Form.Alpha).Name("beta").Value(corpus.Form.Beta).EndObject();
            json.Name("best_tokens_at_1e21_flops").Value(worth.Fit.Trusted ? Tokens(corpus) : double.NaN).EndObject();
        }

        json.EndArray().Name("coverage").Value(RunFit.Coverage).Name("resamples").Value((long)worth.Sample.Rows.Count)
            .Name("resampled").Value(worth.Sample.Resampling.ToString().ToLowerInvariant()).Name("resampled_units").Value((long)worth.Sample.Units).Name("caveat").Value(worth.Sample.Caveat);
        json.Name("remark").Value(OneValidationSet);
        ReadJson.Lines(json, "findings", worth.Fit.Findings.Select(static finding => finding.Text));
        ReadJson.Write(json, runs);
        return json.EndObject().ToString();
    }

    private static bool HasInterval(WorthOfData worth, CorpusWorth corpus, string reference) =>
        worth.Sample.Rows.Count > 0 && !string.Equals(corpus.Corpus, reference, StringComparison.Ordinal);

    private static double Tokens(CorpusWorth corpus) => corpus.Form.OptimalTokens(corpus.Form.OptimalParameters(Budget));
}
