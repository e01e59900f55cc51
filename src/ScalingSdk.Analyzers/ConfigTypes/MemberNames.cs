using ScalingSdk.Models.Reading;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What members of config types are called, upper and lower case and underscores aside: every alias of a model's keys, and what C# training code says.</summary>
internal static class MemberNames
{
    private const int MostTold = 4;

    private static readonly Dictionary<string, KeyPath> ByName = new(StringComparer.Ordinal);
    private static readonly List<(KeyPath Key, string Name)> Names = [];

    static MemberNames()
    {
        AddNamesInCode();
        foreach (var key in ModelKeys.All)
            Add(new KeyPath("model", key.Name), [key.Name, .. key.Aliases]);
    }

    /// <summary>The key that a member states, or null where it states none.</summary>
    public static KeyPath? Find(string name) => ByName.TryGetValue(Normalize(name), out var key) ? key : null;

    /// <summary>The first names of a key, to tell a reader.</summary>
    public static IEnumerable<string> Of(KeyPath key) => Names.Where(one => one.Key == key && one.Name.Length > 1).Select(static one => one.Name).Take(MostTold);

    // Before the keys of a config.json: an 'embedding_size' there is a padded vocabulary, in code it is the width.
    private static void AddNamesInCode()
    {
        Add(KeyPath.Vocabulary, "v", "vocabulary_size", "vocab_size", "vocabulary", "num_vocab", "n_vocab");
        Add(new("model", "hidden_size"), "hidden_size", "n_embd", "n_embedding", "emb_dim", "embed_dim", "embed_dimensions", "embedding_size", "embedding_dim", "em_size", "model_dim", "channels", "n_inp", "n_input", "n_inputs");
        Add(new("model", "layers"), "layers", "n_layer", "num_layers", "layer_count", "layers_count", "blocks_count", "block_layers", "block_count", "num_blocks", "n_blocks", "decoder_layer_depth");
        Add(new("model", "attention_heads"), "attention_heads", "n_head", "num_heads", "head_count", "heads_count", "number_of_heads", "multi_head_num", "heads");
        Add(new("model", "intermediate_size"), "intermediate_size", "n_hid", "n_hidden", "d_hid", "ffn", "ffn_size", "n_ffn");
        Add(KeyPath.Context, "context_length", "block_size", "max_seq_len", "context_size", "max_context_length");
        Add(KeyPath.SequenceLength, "t", "bptt", "seq_len", "sequence_length");
        Add(KeyPath.BatchSize, "b", "batch_size");
        Add(KeyPath.Accumulation, "gradient_accumulation_steps", "grad_accumulation_steps", "grad_accum_steps", "accumulation_steps");
        Add(KeyPath.BatchTokens, "batch_tokens", "total_batch_size", "tokens_per_batch", "tokens_per_step");
        Add(KeyPath.Steps, "steps", "max_steps", "num_steps", "train_steps", "training_steps", "max_iters", "max_iterations", "iterations");
        Add(KeyPath.LearningRate, "learning_rate", "max_learning_rate", "max_lr", "lr");
        Add(KeyPath.Tokens, "tokens", "total_tokens", "train_tokens", "training_tokens", "max_tokens");
        Add(KeyPath.UniqueTokens, "unique_tokens", "dataset_tokens");
        Add(KeyPath.Epochs, "epochs", "num_epochs", "max_epochs");
    }

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
