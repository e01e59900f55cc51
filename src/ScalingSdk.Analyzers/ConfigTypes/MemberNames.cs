using ScalingSdk.Models.Reading;
using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What members of config types are called, upper and lower case and underscores aside: every name of the table of keys, every alias of a model's keys, and what C# makes of their words.</summary>
internal static class MemberNames
{
    private const int MostTold = 4;

    private static readonly Dictionary<string, KeyPath> ByName = new(StringComparer.Ordinal);
    private static readonly List<(KeyPath Key, string Name)> Names = [];

    // The keys of the table that code states: a class of C# has neither a budget nor laws.
    private static readonly SpecKey[] OfCode =
    [
        TrainingKeys.BatchTokens, TrainingKeys.Steps, TrainingKeys.LearningRate, SpecKeys.Tokens, SpecKeys.UniqueTokens, SpecKeys.Epochs, TrainingKeys.SequenceLength,
    ];

    // A name that any of these sets of words makes up states the key.
    private static readonly (KeyPath Key, string[] Words)[] ByWords =
    [
        (KeyPath.Vocabulary, ["vocabulary", MemberWords.Size]), (KeyPath.Vocabulary, ["vocabulary", MemberWords.Number]), (KeyPath.Vocabulary, ["vocabulary"]),
        (KeyPath.Vocabulary, ["vocabulary", "token", MemberWords.Number]), (KeyPath.Vocabulary, ["token", MemberWords.Number]), (KeyPath.Vocabulary, ["token", "vocabulary", MemberWords.Size]),
        (KeyPath.Vocabulary, ["vocabulary", MemberWords.Embedding, MemberWords.Size]),
        (KeyPath.Width, [MemberWords.Embedding, MemberWords.Size]), (KeyPath.Width, [MemberWords.Embedding, MemberWords.Number]), (KeyPath.Width, [MemberWords.Embedding]),
        (KeyPath.Width, [MemberWords.Embedding, "vector", MemberWords.Size]), (KeyPath.Width, [MemberWords.Model, MemberWords.Size]), (KeyPath.Width, [MemberWords.Hidden, MemberWords.Size]),
        (KeyPath.Width, [MemberWords.Model, MemberWords.Embedding, MemberWords.Size]), (KeyPath.Width, [MemberWords.Model, MemberWords.Hidden, MemberWords.Size]),
        (KeyPath.Width, [MemberWords.Hidden, MemberWords.Embedding, MemberWords.Size]), (KeyPath.Width, ["token", MemberWords.Embedding, MemberWords.Size]),
        (KeyPath.Width, [MemberWords.Size]), (KeyPath.Width, ["vector"]), (KeyPath.Width, ["vector", MemberWords.Number]), (KeyPath.Width, ["vector", MemberWords.Size]),
        (KeyPath.Heads, ["head"]), (KeyPath.Heads, ["head", MemberWords.Number]), (KeyPath.Heads, ["attention", "head"]), (KeyPath.Heads, ["attention", "head", MemberWords.Number]),
        (KeyPath.Heads, ["query", "head"]), (KeyPath.Heads, ["query", "head", MemberWords.Number]), (KeyPath.Heads, ["attention", "query", "head", MemberWords.Number]),
        (KeyPath.KeyValueHeads, ["keyvalue", "head"]), (KeyPath.KeyValueHeads, ["keyvalue", "head", MemberWords.Number]), (KeyPath.KeyValueHeads, ["query", "group", MemberWords.Number]),
        (KeyPath.KeyValueHeads, ["keyvalue", "group", MemberWords.Number]),
        (KeyPath.HeadSize, ["head", MemberWords.Size]), (KeyPath.HeadSize, ["attention", "head", MemberWords.Size]),
        (KeyPath.Layers, ["layer"]), (KeyPath.Layers, ["layer", MemberWords.Number]), (KeyPath.Layers, ["layer", MemberWords.Hidden]), (KeyPath.Layers, ["layer", MemberWords.Hidden, MemberWords.Number]),
        (KeyPath.Layers, ["layer", MemberWords.Model]), (KeyPath.Layers, ["layer", MemberWords.Model, MemberWords.Number]), (KeyPath.Layers, ["layer", "coder"]),
        (KeyPath.Layers, ["layer", "coder", MemberWords.Number]), (KeyPath.Layers, ["layer", "attention", MemberWords.Number]),
        (KeyPath.FeedForward, ["forward"]), (KeyPath.FeedForward, ["forward", MemberWords.Size]), (KeyPath.FeedForward, ["forward", MemberWords.Hidden]),
        (KeyPath.FeedForward, ["forward", MemberWords.Hidden, MemberWords.Size]), (KeyPath.FeedForward, ["forward", MemberWords.Number]), (KeyPath.FeedForward, ["forward", "layer", MemberWords.Size]),
        (KeyPath.FeedForward, ["forward", "vector"]), (KeyPath.FeedForward, [MemberWords.Hidden, MemberWords.Number]),
        (KeyPath.Context, ["context", MemberWords.Size]), (KeyPath.Context, ["context", MemberWords.Size, "most"]), (KeyPath.Context, ["context"]), (KeyPath.Context, ["context", MemberWords.Number]),
        (KeyPath.Context, ["sequence", MemberWords.Size, "most"]), (KeyPath.Context, ["position", MemberWords.Embedding, "most"]), (KeyPath.Context, ["position", "most"]),
        (KeyPath.Context, ["position", MemberWords.Number]), (KeyPath.Context, [MemberWords.Size, "most"]), (KeyPath.Context, ["context", "token", MemberWords.Size]),
        (KeyPath.Context, ["position", MemberWords.Embedding, MemberWords.Size, "most"]), (KeyPath.Context, ["context", "sequence", MemberWords.Size]),
        (KeyPath.SequenceLength, ["sequence", MemberWords.Size]), (KeyPath.SequenceLength, ["sequence", MemberWords.Size, "part"]),
        (KeyPath.BatchSize, ["batch"]), (KeyPath.BatchSize, ["batch", MemberWords.Size]), (KeyPath.BatchSize, ["batch", MemberWords.Number]), (KeyPath.BatchSize, ["batch", MemberWords.Size, "part"]),
        (KeyPath.Accumulation, ["gradient", "accumulation", "step"]), (KeyPath.Accumulation, ["gradient", "accumulation"]), (KeyPath.Accumulation, ["accumulation", "step"]),
        (KeyPath.Accumulation, ["gradient", "accumulation", "step", MemberWords.Number]), (KeyPath.Accumulation, ["gradient", "accumulation", MemberWords.Number]),
        (KeyPath.Steps, ["step", "most"]), (KeyPath.Steps, ["step", MemberWords.Number]), (KeyPath.Steps, ["step", "part"]), (KeyPath.Steps, ["step", "part", MemberWords.Number]), (KeyPath.Steps, ["step"]),
        (KeyPath.Steps, ["step", "part", "most"]),
        (KeyPath.LearningRate, ["learning", "rate"]), (KeyPath.LearningRate, ["learning", "rate", "most"]), (KeyPath.LearningRate, ["learning", "most"]), (KeyPath.LearningRate, ["learning"]),
        (KeyPath.Epochs, ["epoch"]), (KeyPath.Epochs, ["epoch", MemberWords.Number]), (KeyPath.Epochs, ["epoch", "most"]), (KeyPath.Epochs, ["epoch", "part"]), (KeyPath.Epochs, ["epoch", "part", MemberWords.Number]),
    ];

    static MemberNames()
    {
        AddNamesInCode();
        foreach (var key in OfCode)
            Add(new KeyPath(key.Section, key.Name), [key.Name, .. key.ForeignNames]);
        foreach (var key in ModelKeys.All)
            Add(new KeyPath("model", key.Name), [key.Name, .. key.Aliases]);
    }

    /// <summary>The key that a member states, or null where it states none.</summary>
    public static KeyPath? Find(string name)
    {
        var normal = Normalize(name);
        if (ByName.TryGetValue(normal, out var key))
            return key;
        if (MemberWords.Of(normal) is not { Count: > 0 } words)
            return null;
        var found = Array.Find(ByWords, one => words.SetEquals(one.Words));
        return found.Key;
    }

    /// <summary>
    /// The keys of all members of one type. Where 'EmbedSize' says the width, 'HiddenSize' beside it is the feed-forward's; where
    /// 'VocabSize' says the vocabulary, 'NumTokens' beside it is not one.
    /// </summary>
    public static Dictionary<string, KeyPath> FindAll(IEnumerable<string> names)
    {
        var keys = new Dictionary<string, KeyPath>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (Find(name) is { } key)
                keys[name] = key;
        }

        var widths = keys.Where(static pair => pair.Value == KeyPath.Width).Select(static pair => pair.Key).ToList();
        if (widths.Count > 1 && !keys.ContainsValue(KeyPath.FeedForward) && widths.Exists(static name => !SaysHidden(name)))
        {
            foreach (var name in widths.Where(SaysHidden))
                keys[name] = KeyPath.FeedForward;
        }

        if (keys.Where(static pair => pair.Value == KeyPath.Vocabulary).Select(static pair => pair.Key).ToList() is { Count: > 1 } vocabularies && vocabularies.Exists(static name => !SaysTokens(name)))
        {
            foreach (var name in vocabularies.Where(SaysTokens))
                keys.Remove(name);
        }

        return keys;
    }

    /// <summary>The first names of a key, to tell a reader.</summary>
    public static IEnumerable<string> Of(KeyPath key) => Names.Where(one => one.Key == key && one.Name.Length > 1).Select(static one => one.Name).Take(MostTold);

    // Before the keys of a config.json: an 'embedding_size' there is a padded vocabulary, in code it is the width.
    private static void AddNamesInCode()
    {
        Add(KeyPath.Vocabulary, "v", "vocabulary_size", "vocab_size", "vocabulary", "num_vocab", "n_vocab", "num_tokens");
        Add(KeyPath.Width, "hidden_size", "n_embd", "n_embedding", "emb_dim", "embed_dim", "embed_dimensions", "embedding_size", "embedding_dim", "em_size", "channels", "n_inp", "n_input", "n_inputs");
        Add(KeyPath.Layers, "layers", "n_layer", "num_layers", "layer_count", "layers_count", "blocks_count", "block_layers", "num_blocks", "decoder_layer_depth");
        Add(KeyPath.Heads, "attention_heads", "n_head", "num_heads", "head_count", "multi_head_num");
        Add(KeyPath.FeedForward, "intermediate_size", "n_hid", "n_hidden", "d_hid", "ffn_size", "d_ff");
        Add(KeyPath.Context, "context_length", "block_size", "max_seq_len", "context_size", "max_context_length");
        Add(KeyPath.SequenceLength, "t", "bptt", "seq_len", "sequence_length");
        Add(KeyPath.BatchSize, "b", "batch_size");
        Add(KeyPath.Accumulation, "gradient_accumulation_steps", "grad_accumulation_steps", "grad_accum_steps", "accumulation_steps");
        Add(KeyPath.BatchTokens, "batch_tokens", "total_batch_size", "tokens_per_batch", "tokens_per_step");
        Add(KeyPath.Tokens, "total_tokens");
        Add(KeyPath.Width, "hidden_dim");
    }

    private static bool SaysHidden(string name) => Normalize(name).StartsWith("hid", StringComparison.Ordinal);

    private static bool SaysTokens(string name) => Normalize(name) is var normal && normal.Contains("token") && !normal.Contains("vocab");

    private static void Add(KeyPath key, params string[] names)
    {
        foreach (var name in names)
        {
            var normal = Normalize(name);
            if (ByName.ContainsKey(normal))
                continue;
            ByName.Add(normal, key);
            Names.Add((key, name));
        }
    }

    private static string Normalize(string name) => new([.. name.Where(static c => c is not '_').Select(char.ToLowerInvariant)]);
}
