using System.Globalization;
using ScalingSdk.Json.Editing;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What a construction and the attribute of its type state together, in a spec's words.</summary>
/// <param name="Known">The values of the spec.</param>
/// <param name="Unknown">The values that are not constant; what depends on one is left out of the spec.</param>
/// <param name="IsModelKnown">False where a size of the model other than its vocabulary is unknown: then nothing can be counted.</param>
internal sealed record SpecEntries(IReadOnlyList<SpecEntry> Known, IReadOnlyList<StatedValue> Unknown, bool IsModelKnown)
{
    private static readonly string[] Plain = ["gpt2", "llama", "mistral", "qwen2", "qwen3", "gpt_neox", "gptj", "gpt_neo", "opt", "phi", "phi3", "gemma", "bloom", "stablelm", "starcoder2", "olmo2"];

    private static readonly string[] Common =
    [
        "layers", "hidden_size", "attention_heads", "key_value_heads", "head_size", "intermediate_size", "vocabulary_size", "padded_vocabulary_size", "context_length",
        "tied_embeddings", "bias", "attention_bias", "qkv_bias", "feed_forward_bias", "experts", "active_experts", "expert_intermediate_size", "multiple_of", "ffn_dim_multiplier",
        "qk_layernorm", "sliding_window", "use_sliding_window", "word_embed_proj_dim",
    ];

    public bool HasArchitecture => Known.Any(static entry => entry.Key == KeyPath.Architecture);

    public bool HasVocabulary => Known.Any(static entry => entry.Key == KeyPath.Vocabulary);

    public static SpecEntries Of(Construction construction, ConfigType type)
    {
        // A construction says more than the attribute does; where its value is unknown or null, the attribute's holds.
        var stated = construction.Values.Where(static value => value.Key != KeyPath.Architecture).ToDictionary(static value => value.Key);
        foreach (var value in type.Values)
        {
            if (!stated.TryGetValue(value.Key, out var other) || other.IsGuess || other.Value is { IsKnown: false } or { Value: null })
                stated[value.Key] = value;
        }

        DerivedValues.Settle(stated);
        Forget(stated);
        var unknown = stated.Values.Where(static value => !value.Value.IsKnown && !BatchOfRun.IsOfDevices(value.Key)).ToList();
        var entries = stated.Values
            .Where(static value => !BatchOfRun.IsOfBatch(value.Key) && !BatchOfRun.IsOfDevices(value.Key))
            .Select(static value => Json(value.Value) is { } json ? new SpecEntry(value.Key, json, value.Origin, value.Name, CodeSite.Of(value)) : null)
            .OfType<SpecEntry>()
            .ToList();
        if (BatchOfRun.Of(stated, type, unknown) is { } batch && !entries.Exists(static entry => entry.Key == KeyPath.BatchTokens))
            entries.Add(batch);
        RemoveWhatDependsOn(unknown, entries);
        return new SpecEntries(
            entries, unknown, unknown.TrueForAll(static value => value.Key.Section is not "model" || value.Key == KeyPath.Vocabulary));
    }

    // In code a 'StateSize' may be of anything: of these architectures no key of a state space or a delta net is read.
    private static void Forget(Dictionary<KeyPath, StatedValue> stated)
    {
        if (stated.TryGetValue(KeyPath.Architecture, out var architecture) && architecture.Value.Value is string name && Plain.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var key in stated.Keys.Where(static key => key.Section is "model" && key != KeyPath.Architecture && !Common.Contains(key.Key, StringComparer.Ordinal)).ToList())
                stated.Remove(key);
        }
    }

    /// <summary>An unknown value is not assumed: of data nothing is said, and steps give no tokens without a batch.</summary>
    private static void RemoveWhatDependsOn(List<StatedValue> unknown, List<SpecEntry> entries)
    {
        if (unknown.Exists(static value => value.Key.Section is "data"))
            entries.RemoveAll(static entry => entry.Key.Section is "data");
        if (unknown.Exists(static value => value.Key == KeyPath.SequenceLength))
            entries.RemoveAll(static entry => entry.Key == KeyPath.BatchSize);
        if (!entries.Exists(static entry => entry.Key == KeyPath.BatchSize || entry.Key == KeyPath.BatchTokens))
            entries.RemoveAll(static entry => entry.Key == KeyPath.Steps);
    }

    private static string? Json(Folded folded) => folded switch
    {
        { IsKnown: false } or { Value: null } => null,
        { Value: bool flag } => flag ? "true" : "false",
        { Value: string text } => JsonQuote.Of(text),
        { Value: float single } => ((double)single).ToString("R", CultureInfo.InvariantCulture),
        { Value: double real } => real.ToString("R", CultureInfo.InvariantCulture),
        { Number: not null } => Convert.ToString(folded.Value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
