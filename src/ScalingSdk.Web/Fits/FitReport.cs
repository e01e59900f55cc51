using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Json;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Tool.Charts;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Web.Pictures;

namespace ScalingSdk.Web.Fits;

/// <summary>What came out of a fit, as the page shows it: text, tables and pictures that the worker has made.</summary>
internal sealed record FitReport
{
    /// <summary>Why nothing was fitted; empty where something was.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>The corpora to choose from, as conditions on rows; empty where there is no choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public string Title { get; init; } = "";

    public string Equation { get; init; } = "";

    /// <summary>What is wrong with the fit.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The best run for each budget.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Optima { get; init; } = [];

    /// <summary>Each constant of the law.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Constants { get; init; } = [];

    /// <summary>What the column of intervals is called.</summary>
    public string IntervalTitle { get; init; } = "";

    /// <summary>What to know beside the tables.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>The fit as <c>scaling fit --format json</c> writes it.</summary>
    public string Json { get; init; } = "";

    /// <summary>The law for a spec to name; empty where no plan can use it.</summary>
    public string Law { get; init; } = "";

    /// <summary>What the law is called.</summary>
    public string LawName { get; init; } = "";

    public static FitReport Refused(string why) => new() { Refusal = why };

    /// <summary>Of runs whose losses do not follow one law: which are to be fitted?</summary>
    public static FitReport Asking(string name, RunSet runs)
    {
        var column = runs.Readings.SelectMany(static reading => reading.Columns).First(static column => column.Field is "corpus").Column;
        return new()
        {
            Refusal = $"'{name}' has runs of {NumberText.Grouped(runs.Corpora.Count)} corpora, whose losses do not follow one law: choose one, or all as one",
            Choices = [.. runs.Corpora.Select(corpus => $"{column}={corpus}")],
        };
    }

    public static FitReport Of(RunFit run)
    {
        var (fit, answer) = (run.Fit, run.Answer());
        var name = FittedLawName.Of(fit.Set.Source);
        var law = fit.Diagnostics is null ? "" : LawJson.Write(fit, name, run.Sample);
        return new()
        {
            Title = $"{fit.Form.Id}: {NumberText.Grouped(fit.Runs.Count)} runs of {fit.Set.Source}",
            Equation = fit.Form.Equation,
            Findings = [.. fit.Findings.Select(static finding => finding.Text)],
            Optima = answer.WhyNone is null ? [.. answer.Optima.Select(AnswerText.Row)] : [],
            Constants = [.. FitText.Rows(run)],
            IntervalTitle = FitText.Interval(run),
            Notes =
            [
                .. answer.WhyNone is { } why ? [$"No best size: {why}."] : AnswerText.Sentences(answer, run),
                .. fit.Diagnostics is { } ended ? [$"Residuals: {FitText.Residuals(ended, fit.Runs.Count)}", $"Optimum: {FitText.Optimum(ended)}"] : (string[])[],
                .. fit.Set.Summary,
            ],
            Pictures = [.. FitPictures.Of(run).Select(static chart => Picture.Of(chart))],
            Json = FitJson.Write([run], null),
            Law = law.Length > 0 && LawFile.Read(law).Law is not null ? law : "",
            LawName = name,
        };
    }

    public string Write(double width)
    {
        var json = new JsonWriter().StartObject().Name("refusal").Value(Refusal).Name("title").Value(Title).Name("equation").Value(Equation)
            .Name("interval_title").Value(IntervalTitle).Name("json").Value(Json).Name("law").Value(Law).Name("law_name").Value(LawName);
        Lines(json.Name("choices"), Choices);
        Lines(json.Name("findings"), Findings);
        Lines(json.Name("notes"), Notes);
        Rows(json.Name("optima"), Optima);
        Rows(json.Name("constants"), Constants);
        Rows(json.Name("pictures"), [.. Pictures.Select(picture => (IReadOnlyList<string>)[picture.Id, picture.Title, picture.Description, picture.OnPage(width), picture.Alone()])]);
        return json.EndObject().ToString();
    }

    public static FitReport Read(string text)
    {
        if (JsonReader.Read(text, JsonLimits.Configuration).Root is not JsonObject root)
            return Refused("the worker's answer cannot be read");
        return new()
        {
            Refusal = Text(root, "refusal"),
            Title = Text(root, "title"),
            Equation = Text(root, "equation"),
            IntervalTitle = Text(root, "interval_title"),
            Json = Text(root, "json"),
            Law = Text(root, "law"),
            LawName = Text(root, "law_name"),
            Choices = Lines(root.Find("choices")?.Value),
            Findings = Lines(root.Find("findings")?.Value),
            Notes = Lines(root.Find("notes")?.Value),
            Optima = Rows(root, "optima"),
            Constants = Rows(root, "constants"),
            Pictures = [.. Rows(root, "pictures").Select(static cells => Picture.Drawn(cells[0], cells[1], cells[2], cells[3], cells[4]))],
        };
    }

    private static void Lines(JsonWriter json, IEnumerable<string> lines)
    {
        json.StartArray();
        foreach (var line in lines)
            json.Value(line);
        json.EndArray();
    }

    private static void Rows(JsonWriter json, IEnumerable<IReadOnlyList<string>> rows)
    {
        json.StartArray();
        foreach (var row in rows)
            Lines(json, row);
        json.EndArray();
    }

    private static string Text(JsonObject root, string name) => (root.Find(name)?.Value as JsonString)?.Value ?? "";

    private static IReadOnlyList<string> Lines(JsonNode? node) => node is JsonArray array ? [.. array.Items.Select(static item => (item as JsonString)?.Value ?? "")] : [];

    private static IReadOnlyList<IReadOnlyList<string>> Rows(JsonObject root, string name) => root.Find(name)?.Value is JsonArray array ? [.. array.Items.Select(Lines)] : [];
}
