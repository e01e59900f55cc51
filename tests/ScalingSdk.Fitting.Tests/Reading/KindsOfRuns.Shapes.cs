namespace ScalingSdk.Fitting.Tests.Reading;

/// <summary>Shapes of tables: JSON in its many arrangements, what pandas and Markdown print.</summary>
internal static partial class KindsOfRuns
{
    private static Dictionary<string, Kind> Shapes() => new(StringComparer.Ordinal)
    {
        ["runs by name in JSON"] = new("{" + string.Join(",", Rows((n, d, l) => $"\"r{n}-{d}\": {{\"N\": {n}, \"D\": {d}, \"loss\": {l:R}}}")) + "}", 25, Says: "JSON objects by name"),
        ["JSON of pandas, split"] = new("{\"columns\": [\"N\", \"D\", \"loss\"], \"index\": [0], \"data\": [" + string.Join(",", Rows((n, d, l) => $"[{n}, {d}, {l:R}]")) + "]}", 25),
        ["lists below one of names"] = new("[[\"N\", \"D\", \"loss\"]," + string.Join(",", Rows((n, d, l) => $"[{n}, {d}, {l:R}]")) + "]", 25),
        ["lists without names"] = new(string.Join("\n", Rows((n, d, l) => $"[{n}, {d}, {l:R}]")), 0, "lists without names"),
        ["a list deep inside"] = new("{\"experiment\": \"x\", \"results\": {\"runs\": [" + string.Join(",", Rows((n, d, l) => $"{{\"N\": {n}, \"D\": {d}, \"loss\": {l:R}}}")) + "]}}", 25),
        ["objects on several lines each"] = new(string.Join("\n", Rows((n, d, l) => $"{{\n \"N\": {n},\n \"D\": {d},\n \"loss\": {l:R}\n}}")), 25, Says: "JSON objects"),
        ["the points of a run as lists"] = new(string.Join("\n", Rows((n, d, l) => $"{{\"N\": {n}, \"tokens\": [{d}], \"loss\": [{l:R}]}}")), 0, "'loss' holds a list"),
        ["settings of wandb as values"] = new("[" + string.Join(",", Rows((n, d, l) => $"{{\"config\": {{\"n_params\": {{\"value\": {n}}}}}, \"summary_metrics\": {{\"tokens\": {d}, \"eval/loss\": {l:R}}}}}")) + "]", 25),
        ["a table in Markdown"] = new(Table("| N | D | loss |\n|---|---:|---|", (n, d, l) => $"| {n} | {d} | {l:R} |"), 25, Says: "25 rows"),
        ["what pandas prints"] = new(Table("             N             D      loss", (n, d, l) => $"0   {n}  {d}   {l:R}"), 25, Says: "columns with spaces"),
        ["numbers as texts in JSON Lines"] = new(string.Join("\n", Rows((n, d, l) => $"{{\"N\": \"{n / 1e6:R}M\", \"D\": \"{d / 1e9:R}B\", \"loss\": \"{l:R}\"}}")), 25),
        ["a JSON array with NaN and a number"] = new("[" + string.Join(",\n", Rows((n, d, l) => $"{{\"N\": {n}, \"D\": {d}, \"loss\": {l:R}}}")) + ", {\"N\": 1e9, \"D\": 2e10, \"loss\": NaN}, 3]", 25, Says: "the item is not an object"),
        ["a JSON array that is cut"] = new("[{\"N\": 1e8, \"D\": 2e9, \"loss\": 3.1}, {\"N\": 2e8,", 0, "it begins as JSON, but is not"),
        ["YAML"] = new("- N: 44000000.0\n  D: 2.2e8\n  loss: 4.7\n", 0, "it is YAML"),
    };
}
