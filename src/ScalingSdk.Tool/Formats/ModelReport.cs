using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Models;
using ScalingSdk.Models.Flops;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Tool.Formats;

/// <summary>What <c>scaling params</c> shows of a model, in every format.</summary>
internal sealed record ModelReport(string Name, ModelDescription Model, SequenceLength Sequence, bool EveryLayer)
{
    /// <summary>The count that the files or the spec state; null where they state none.</summary>
    public Stated<double>? Stated { get; init; }

    /// <summary>That it is another; null where the counts agree.</summary>
    public Finding? Difference { get; init; }

    /// <summary>How the count stands to what is stated of it, as one line; null where nothing is.</summary>
    public string? Verification => Difference is { } finding
        ? $"{finding.Severity.Word()} {finding.Rule.Id}: {finding.Headline}"
        : Stated is not { } stated || !stated.Origin.IsTensors ? null
        : "verified: the count is that of the files' tensors";

    /// <summary>The six counts with their stable keys, and that of prediction modules where there are some.</summary>
    public IReadOnlyList<(string Key, string Title, long Count)> Counts { get; } =
    [
        ("total", "total", Model.Parameters.Total),
        ("stored", "stored (tied weights twice)", Model.Parameters.Stored),
        ("non_embedding", "non-embedding (with norms, biases)", Model.Parameters.NonEmbedding),
        ("kaplan_non_embedding", "non-embedding weights (Kaplan)", Model.Parameters.NonEmbeddingWeights),
        ("active", "active (what a token passes)", Model.Parameters.Active),
        ("active_without_lookups", "active without tables that are only looked up", Model.Parameters.ActiveWithoutLookups),
        .. PredictionModules(Model),
    ];

    /// <summary>Rows by component; a component of many layers is one row unless every layer is asked for.</summary>
    public IEnumerable<(string Name, int Layers, long Count, long Active)> Components => EveryLayer
        ? Model.Components.Select(static row => (row.Layer is { } layer ? FormattableString.Invariant($"layer {layer} {row.Name}") : row.Name, 1, row.Count, row.Active))
        : Model.Components
            .GroupBy(static row => row.Name, StringComparer.Ordinal)
            .Select(static rows => (rows.Key, rows.Count(static row => row.Layer is not null), rows.Sum(static row => row.Count), rows.Sum(static row => row.Active)));

    /// <summary>Training FLOPs per token under every convention.</summary>
    public IReadOnlyList<FlopsFigure> Flops { get; } = [.. FlopsConventions.All.Select(convention => convention.Training(Model, Sequence.Tokens))];

    /// <summary>The conventions that do not count this model, by their reason.</summary>
    public IEnumerable<string> Uncounted => Flops
        .Where(static figure => figure.WhyNone is not null)
        .GroupBy(static figure => figure.WhyNone!, static figure => figure.Convention.Id, StringComparer.Ordinal)
        .Select(static refused => $"{string.Join(", ", refused)}: does not apply: {refused.Key}");

    /// <summary>Memory of training on one device with one sequence, Adam in mixed precision.</summary>
    public TrainingMemory Memory { get; } = TrainingMemory.For(
        TransformerShape.Of(Model), Model.Parameters, new MemoryPlan { SequenceLength = Sequence.Tokens, MicroBatchSequences = 1 });

    /// <summary>The memory part by part.</summary>
    public IReadOnlyList<(string Key, string Title, ByteSize Size)> MemoryParts =>
    [
        ("weights", "weights, 2 B each", Memory.States.Weights),
        ("gradients", "gradients, 2 B each", Memory.States.Gradients),
        ("master_weights", "master weights, 4 B each", Memory.States.MasterWeights),
        ("optimizer_states", "optimizer states, 8 B each", Memory.States.OptimizerStates),
        ("activations", "activations of one sequence", Memory.Activations + Memory.Ends + Memory.RecomputedLayer),
        ("logits", "logits and their gradients", Memory.Logits + Memory.LogitGradients + Memory.LogitCopies),
        ("buffers", "buffers and the allocator's reserve", Memory.Buffers + Memory.Reserve),
        ("per_device", "one device holds", Memory.PerDevice),
        ("cache_of_sequence", "inference: cache of one sequence, 2 B each", new(2.0 * InferenceCache.ElementsOfSequence(Model, Sequence.Tokens))),
    ];

    private static (string Key, string Title, long Count)[] PredictionModules(ModelDescription model) => model.MultiTokenPredictionParameters > 0
        ? [("multi_token_prediction", "multi-token prediction (in no other count)", model.MultiTokenPredictionParameters)]
        : [];
}
