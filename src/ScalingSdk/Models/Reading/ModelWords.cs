using ScalingSdk.Diagnostics;

namespace ScalingSdk.Models.Reading;

/// <summary>What people call a size of a model and no file does.</summary>
internal static class ModelWords
{
    private static readonly Dictionary<string, ModelKey> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vocab"] = ModelKeys.VocabularySize,
        ["vocabulary"] = ModelKeys.VocabularySize,
        ["n_vocab"] = ModelKeys.VocabularySize,
        ["ffn"] = ModelKeys.IntermediateSize,
        ["ffn_size"] = ModelKeys.IntermediateSize,
        ["d_ffn"] = ModelKeys.IntermediateSize,
        ["mlp"] = ModelKeys.IntermediateSize,
        ["mlp_size"] = ModelKeys.IntermediateSize,
        ["heads"] = ModelKeys.AttentionHeads,
        ["kv_heads"] = ModelKeys.KeyValueHeads,
        ["width"] = ModelKeys.HiddenSize,
        ["hidden"] = ModelKeys.HiddenSize,
        ["embed_dim"] = ModelKeys.HiddenSize,
        ["depth"] = ModelKeys.Layers,
        ["context"] = ModelKeys.ContextLength,
        ["context_size"] = ModelKeys.ContextLength,
        ["context_window"] = ModelKeys.ContextLength,
        ["seq_len"] = ModelKeys.ContextLength,
        ["ctx"] = ModelKeys.ContextLength,
    };

    /// <summary>The key that a word stands for, or that a mistyped name is nearest to; null where there is none.</summary>
    public static ModelKey? Meant(string word) => Words.TryGetValue(word, out var key) ? key
        : Suggest.Nearest(word, ModelKeys.Names) is { } nearest ? ModelKeys.Find(nearest) : null;
}
