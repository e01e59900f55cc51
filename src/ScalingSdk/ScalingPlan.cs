using System.Text;
using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Reports;

namespace ScalingSdk;

/// <summary>A training run, planned: its numbers and what is found in it. The same values as in a build, a terminal or an editor.</summary>
/// <example>
/// <code>
/// var plan = ScalingPlan.Create(new() { Model = Model.Gpt2(layers: 12, hiddenSize: 768, attentionHeads: 12), Tokens = 10e9, UniqueTokens = 2e9 });
/// foreach (var finding in plan.Findings)
///     Console.WriteLine(finding.Message);
/// </code>
/// </example>
public sealed class ScalingPlan
{
    private ScalingPlan(TrainingPlan details, IReadOnlyList<Finding> findings) => (Details, Findings) = (details, findings);

    /// <summary>Every part of the plan: size, run, data, compute, loss, batch, hardware, memory.</summary>
    public TrainingPlan Details { get; }

    /// <summary>What the rules find, errors excepted: a run with an error has no plan.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Parameters with embeddings: of all experts where the model is routed.</summary>
    public double Parameters => Details.Size.Counts.Total.Count;

    /// <summary>Tokens processed, over all epochs; null where a size alone is known.</summary>
    public double? Tokens => Details.Run?.Tokens.Count;

    /// <summary>The plan in one line.</summary>
    public string Summary => Details.Summary();

    /// <summary>Plans a run from plain numbers.</summary>
    /// <param name="request">What is known of the run.</param>
    /// <param name="cancellation">Ends the work with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ScalingPlanException">The values contradict each other, or too little is known.</exception>
    public static ScalingPlan Create(PlanRequest request, CancellationToken cancellation = default)
    {
        var tree = (request ?? throw new ArgumentNullException(nameof(request))).ToTree();
        return From(SpecPipeline.Run((request.Name ?? "plan") + ".scaling.json", tree, ReadFile, withRules: true, cancellation));
    }

    /// <summary>Plans the spec of a file; the files that it names are read too.</summary>
    /// <param name="path">A <c>*.scaling.json</c>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ScalingPlanException">The spec has an error.</exception>
    public static ScalingPlan Load(string path) => From(SpecPipeline.Run(path, File.ReadAllText(path), ReadFile));

    /// <summary>Plans the spec of a file; the files that it names are read too.</summary>
    /// <param name="path">A <c>*.scaling.json</c>.</param>
    /// <param name="cancellation">Ends reading and planning with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ScalingPlanException">The spec has an error.</exception>
    public static async Task<ScalingPlan> LoadAsync(string path, CancellationToken cancellation = default)
    {
        var text = await ReadAsync(path, cancellation).ConfigureAwait(false);
        var files = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (true)
        {
            // What the spec names is known when it is read: then it is fetched, and the spec read once more.
            var wanted = new List<string>();
            var result = SpecPipeline.Run(path, text, Known, cancellation);
            if (wanted.Count == 0)
                return From(result);
            foreach (var file in wanted)
                files[file] = File.Exists(file) ? await ReadAsync(file, cancellation).ConfigureAwait(false) : null;

            string? Known(string file)
            {
                if (files.TryGetValue(file, out var content))
                    return content;
                wanted.Add(file);
                return null;
            }
        }
    }

    /// <summary>The plan as JSON with stable keys (docs/plan.md): byte-equal for the same values everywhere.</summary>
    public string ToJson() => Details.ToJson();

    private static ScalingPlan From(SpecResult result) => result.Plan is { } plan
        ? new ScalingPlan(plan, result.Findings)
        : throw new ScalingPlanException(result.Findings);

    private static string? ReadFile(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    private static async Task<string> ReadAsync(string path, CancellationToken cancellation)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true), Encoding.UTF8);
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        int count;
        while ((count = await reader.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false)) > 0 && text.Length <= SpecPipeline.MaxCharacters)
        {
            cancellation.ThrowIfCancellationRequested();
            text.Append(buffer, 0, count);
        }

        return text.ToString();
    }
}

/// <summary>A run has no plan: its values contradict each other or cannot be read, or too little is known.</summary>
public sealed class ScalingPlanException : Exception
{
    internal ScalingPlanException(IReadOnlyList<Finding> findings)
        : base(string.Join("\n", findings.Where(static finding => finding.Severity == Severity.Error).Select(static finding => $"{finding.Rule.Id}: {finding.Message}"))) =>
        Findings = findings;

    /// <summary>What is wrong, each with the member or the place in the file that it is about.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
