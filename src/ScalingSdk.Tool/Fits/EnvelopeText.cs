using ScalingSdk.Fitting.Allocation;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Json;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>Approach 1 as people and programs read it: which size has the lowest loss at which compute, and the power law through it.</summary>
internal static class EnvelopeText
{
    public static void Write(EnvelopeResult result, CurveSet curves, IReadOnlyList<double> budgets, IPage page)
    {
        page.Heading($"envelope of training curves (approach 1), {NumberText.Grouped(curves.Curves.Count)} runs of {string.Join(" + ", curves.Readings.Select(static reading => reading.Source).Take(3))}{(curves.Readings.Count > 3 ? " and more" : "")}");
        if (result is { Parameters: { } sizes, Tokens: { } tokens })
        {
            page.Table(
                ["FLOP", "parameters", "tokens", "D/N"],
                budgets.Select(budget => new[] { NumberText.Scientific(budget), NumberText.Compact(sizes.At(budget)), NumberText.Compact(tokens.At(budget)), NumberText.Compact(tokens.At(budget) / sizes.At(budget)) }));
            page.Line($"The best size grows as C^{Number(sizes.Exponent)}, the tokens as C^{Number(tokens.Exponent)}. The envelope gives no interval: fit the runs' ends with approach 3 for one.");
            page.Blank();
            page.Table(
                ["size", "lowest loss from", "to", "loss"],
                Stretches(result).Select(static stretch => new[]
                {
                    NumberText.Compact(stretch.Parameters), $"{NumberText.Scientific(stretch.From)} FLOP", $"{NumberText.Scientific(stretch.To)} FLOP", $"{Number(stretch.First)} .. {Number(stretch.Last)}",
                }));
        }

        foreach (var finding in result.Findings)
            page.Fact("! Finding", finding.Text);
        foreach (var line in curves.Summary)
            page.Fact("Read", line);
    }

    public static string Json(EnvelopeResult result, CurveSet curves, IReadOnlyList<double> budgets)
    {
        var json = new JsonWriter().StartObject().Name("approach").Value(1L).Name("curves").Value((long)curves.Curves.Count);
        PowerLawJson.Write(json, result.Parameters, result.Tokens, budgets);
        json.Name("envelope").StartArray();
        foreach (var stretch in Stretches(result))
        {
            json.StartObject().Name("parameters").Value(stretch.Parameters).Name("flops").StartArray().Value(stretch.From).Value(stretch.To).EndArray()
                .Name("loss").StartArray().Value(stretch.First).Value(stretch.Last).EndArray().EndObject();
        }

        json.EndArray();
        ReadJson.Lines(json, "findings", result.Findings.Select(static finding => finding.Text));
        ReadJson.Write(json, curves);
        return json.EndObject().ToString();
    }

    // The compute over which one size has the lowest loss.
    private static IEnumerable<(double Parameters, double From, double To, double First, double Last)> Stretches(EnvelopeResult result) => result.Points
        .GroupBy(static point => point.Parameters).OrderBy(static size => size.Key)
        .Select(static size => (size.Key, size.Min(static point => point.Compute), size.Max(static point => point.Compute), size.Max(static point => point.Loss), size.Min(static point => point.Loss)));

    private static string Number(double value) => NumberText.Round(Math.Round(value, 3));
}
