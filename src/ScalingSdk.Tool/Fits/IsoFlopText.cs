using ScalingSdk.Fitting.Allocation;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Json;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>Approach 2 as people and programs read it: a parabola for each budget, and power laws through the minima.</summary>
internal static class IsoFlopText
{
    public static void Write(string? part, IsoFlopResult result, RunSet runs, IReadOnlyList<double> budgets, IPage page)
    {
        page.Heading($"{(part is null ? "" : part + ": ")}isoFLOP profiles (approach 2), {NumberText.Grouped(runs.Runs.Count)} runs of {runs.Source}");
        if (result is { Parameters: { } sizes, Tokens: { } tokens })
        {
            page.Table(
                ["FLOP", "parameters", "tokens", "D/N"],
                budgets.Select(budget => new[] { NumberText.Scientific(budget), NumberText.Compact(sizes.At(budget)), NumberText.Compact(tokens.At(budget)), NumberText.Compact(tokens.At(budget) / sizes.At(budget)) }));
            page.Line($"The best size grows as C^{Number(sizes.Exponent)}{(sizes.ExponentInterval is { } range ? $" ({Number(range.Low)} .. {Number(range.High)}, {NumberText.Percent(range.Coverage)} interval)" : "")}.");
        }

        page.Blank();
        page.Table(
            ["budget", "runs", "best size", "tokens", "loss", "within 1 % of the loss"],
            result.Budgets.Select(static budget => new[]
            {
                NumberText.Scientific(budget.Compute), NumberText.Grouped(budget.Runs.Count),
                budget.Refusal is null ? NumberText.Compact(budget.Parameters) : "refused", budget.Refusal is null ? NumberText.Compact(budget.Tokens) : "",
                budget.Refusal is null ? Number(budget.Loss) : "", budget.Refusal is null ? $"{NumberText.Compact(budget.Flatness)} times the size" : "",
            }));
        foreach (var finding in result.Findings)
            page.Fact("! Finding", finding.Text);
        foreach (var line in runs.Summary)
            page.Fact("Read", line);
    }

    /// <summary>One result as an object; those of parts under their values.</summary>
    public static string Json(IReadOnlyList<(string? Value, RunSet Runs, IsoFlopResult Result, IReadOnlyList<double> At)> fits)
    {
        var json = new JsonWriter().StartObject();
        if (fits is [{ Value: null } one])
        {
            Members(json, one.Result, one.Runs, one.At);
            return json.EndObject().ToString();
        }

        json.Name("parts").StartObject();
        foreach (var (part, runs, result, at) in fits)
        {
            json.Name(part ?? "").StartObject();
            Members(json, result, runs, at);
            json.EndObject();
        }

        return json.EndObject().EndObject().ToString();
    }

    private static void Members(JsonWriter json, IsoFlopResult result, RunSet runs, IReadOnlyList<double> at)
    {
        json.Name("approach").Value(2L).Name("points").Value((long)runs.Runs.Count);
        PowerLawJson.Write(json, result.Parameters, result.Tokens, at);
        json.Name("budgets").StartArray();
        foreach (var budget in result.Budgets)
        {
            json.StartObject().Name("flops").Value(budget.Compute).Name("runs").Value((long)budget.Runs.Count).Name("refusal").Value(budget.Refusal?.ToString())
                .Name("parameters").Value(budget.Parameters).Name("tokens").Value(budget.Tokens).Name("loss").Value(budget.Loss).EndObject();
        }

        json.EndArray();
        ReadJson.Lines(json, "findings", result.Findings.Select(static finding => finding.Text));
        ReadJson.Write(json, runs);
    }

    private static string Number(double value) => NumberText.Round(Math.Round(value, 3));
}
