using System.Text.Json.Nodes;
using ScalingSdk.Planning;

namespace ScalingSdk.Charts.Tests;

/// <summary>Plans to draw: of the samples, of the published runs of tests/Data, and of a spec.</summary>
internal static class Plans
{
    /// <summary>Repeated tokens, a shape and a stated batch.</summary>
    public const string Repeated = """{ "model": { "parameters": "1B" }, "data": { "tokens": "40B", "unique_tokens": "10B" }, "training": { "batch_tokens": "1M" } }""";

    /// <summary>A single pass, with devices that have a price.</summary>
    public const string Priced = """{ "model": { "parameters": "7B" }, "data": { "tokens": "300B" }, "hardware": { "accelerator": "H100-SXM", "count": 8, "utilization": 0.4, "price_per_hour": 2 } }""";

    public static string Root { get; } = Find();

    private static readonly Dictionary<string, string> Configurations = new[] { "configurations.json", "newer-configurations.json" }
        .SelectMany(static file => JsonNode.Parse(Read("tests", "Data", "models", file), documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!.AsObject())
        .DistinctBy(static model => model.Key)
        .ToDictionary(static model => model.Key, static model => model.Value!.ToJsonString(), StringComparer.Ordinal);

    public static TrainingPlan Of(string spec) => SpecPipeline.Run("run.scaling.json", spec, Configurations.GetValueOrDefault) is { Plan: { } plan } ? plan : throw new ArgumentException($"no plan follows from {spec}", nameof(spec));

    /// <summary>Every sample, and every second published run: a browser takes a second for each.</summary>
    public static IEnumerable<(string Name, TrainingPlan Plan)> All()
    {
        foreach (var run in JsonNode.Parse(Read("tests", "Data", "plans", "published-runs.json"))!.AsArray().Where(static (_, index) => index % 2 == 0))
            yield return ((string)run!["run"]!, Of(run["spec"]!.ToJsonString()));
        foreach (var sample in Directory.EnumerateFiles(Path.Combine(Root, "samples"), "*.scaling.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(sample)!;
            if (SpecPipeline.Run(sample, File.ReadAllText(sample), name => File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name)) : null).Plan is { } plan)
                yield return (Path.GetFileName(sample), plan);
        }
    }

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ScalingSdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder;
    }
}
