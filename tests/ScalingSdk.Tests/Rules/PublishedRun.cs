using System.Text.Json;
using System.Text.Json.Nodes;
using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;

namespace ScalingSdk.Tests.Rules;

/// <summary>A published training run of tests/Data/plans/published-runs.json: its spec, where the facts stand, and what an expert says of it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Source">The publication that states its numbers.</param>
/// <param name="Checked">A second place where its rate and batch were looked up; null where they were written down from the source alone.</param>
/// <param name="Expert">What an expert says of it.</param>
/// <param name="Expected">The findings that it gets.</param>
/// <param name="Spec">Its spec.</param>
/// <param name="IsFirst">True for the runs that the rules of rate and batch were first tried on, about one of each publication; the others were added to test them.</param>
public sealed record PublishedRun(string Name, string Source, string? Checked, string Expert, IReadOnlyList<string> Expected, JsonObject Spec, bool IsFirst)
{
    private static readonly Dictionary<string, string> Configurations =
        new[] { "configurations.json", "newer-configurations.json" }
            .SelectMany(static file => JsonNode.Parse(Repository.Read("tests", "Data", "models", file), documentOptions: Lenient)!.AsObject())
            .DistinctBy(static model => model.Key)
            .ToDictionary(static model => model.Key, static model => model.Value!.ToJsonString(), StringComparer.Ordinal);

    private SpecResult? _result;

    public static IReadOnlyList<PublishedRun> All { get; } = [.. JsonNode.Parse(Repository.Read("tests", "Data", "plans", "published-runs.json"))!.AsArray()
        .Select(static run => new PublishedRun(
            (string)run!["run"]!, (string)run["source"]!, (string?)run["checked"], (string)run["expert"]!,
            [.. run["findings"]!.AsArray().Select(static finding => (string)finding!)], run["spec"]!.AsObject(), (bool?)run["first"] ?? false))];

    public string Text => Spec.ToJsonString();

    internal SpecResult Result => _result ??= Run(Text);

    public TrainingPlan Plan => Result.Plan ?? throw new InvalidOperationException($"{Name} has no plan: {string.Join("; ", Result.Findings)}");

    /// <summary>The findings as the table writes them: "SCALE1006 warning".</summary>
    public IReadOnlyList<string> Found => [.. Result.Findings.Select(static finding => $"{finding.Rule.Id} {Severities[finding.Severity]}")];

    public double? Rate => Plan.LearningRate?.Stated;

    public double? Batch => Plan.Batch.Stated?.Count;

    /// <summary>True for AdamW, the standard parametrization and a dense decoder: what the band of rates was fitted to.</summary>
    public bool HasUsualRate => Rate is not null && !Plan.Size.Counts.IsRouted && Plan.LearningRate is { IsPoint: false, WhyNone: null };

    /// <summary>True where the source is older than LLaMA: an arXiv number of 2022 or before, or a report of that time.</summary>
    public bool IsBefore2023 => Source[..2] is "20" or "21" or "22" or "18" or "19" || Source.StartsWith("Radford", StringComparison.Ordinal);

    /// <summary>The same run with other text: a change that help offers.</summary>
    internal static SpecResult Run(string spec) => SpecPipeline.Run("run.scaling.json", spec, static name => Configurations.GetValueOrDefault(name));

    public override string ToString() => Name;

    private static JsonDocumentOptions Lenient => new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static Dictionary<Severity, string> Severities { get; } = new()
    {
        [Severity.Suggestion] = "suggestion",
        [Severity.Warning] = "warning",
        [Severity.Error] = "error",
    };
}
