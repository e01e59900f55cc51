using ScalingSdk.Models.Reading;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What members of config types are called, upper and lower case and underscores aside: every alias of a model's keys, and what C# training code says.</summary>
internal static class MemberNames
{
    private static readonly Dictionary<string, KeyPath> ByName = Index();

    /// <summary>The key that a member states, or null where it states none.</summary>
    public static KeyPath? Find(string name) => ByName.TryGetValue(Normalize(name), out var key) ? key : null;

    private static Dictionary<string, KeyPath> Index()
    {
        var index = new Dictionary<string, KeyPath>(StringComparer.Ordinal);
        AddNamesInCode(index);
        foreach (var key in ModelKeys.All)
        {
            foreach (var name in key.Aliases.Prepend(key.Name))
                Add(index, new KeyPath("model", key.Name), name);
        }

        return index;
    }

    // Before the keys of a config.json: an 'embedding_size' there is a padded vocabulary, in code it is the width.
    private static void AddNamesInCode(Dictionary<string, KeyPath> index)
    {
        Add(index, KeyPath.Vocabulary, "v", "vocabulary", "num_vocab", "n_vocab");
        Add(index, new("model", "hidden_size"), "n_embedding", "emb_dim", "embed_dim", "embed_dimensions", "embedding_size", "embedding_dim", "em_size", "model_dim");
        Add(index, new("model", "layers"), "layer_count", "block_layers", "block_count", "num_blocks", "n_blocks", "decoder_layer_depth");
        Add(index, new("model", "attention_heads"), "head_count", "number_of_heads", "multi_head_num", "heads");
        Add(index, new("model", "intermediate_size"), "n_hid", "ffn", "ffn_size", "n_ffn");
        Add(index, KeyPath.Context, "context_size", "max_context_length");
        Add(index, KeyPath.SequenceLength, "t", "bptt", "seq_len", "sequence_length");
        Add(index, KeyPath.BatchSize, "b", "batch_size");
        Add(index, KeyPath.Accumulation, "gradient_accumulation_steps", "grad_accumulation_steps", "grad_accum_steps", "accumulation_steps");
        Add(index, KeyPath.BatchTokens, "batch_tokens", "total_batch_size", "tokens_per_batch", "tokens_per_step");
        Add(index, KeyPath.Steps, "steps", "max_steps", "num_steps", "train_steps", "training_steps", "max_iters", "max_iterations", "iterations");
        Add(index, KeyPath.LearningRate, "learning_rate", "max_learning_rate", "max_lr", "lr");
        Add(index, KeyPath.Tokens, "tokens", "total_tokens", "train_tokens", "training_tokens", "max_tokens");
        Add(index, KeyPath.UniqueTokens, "unique_tokens", "dataset_tokens");
        Add(index, KeyPath.Epochs, "epochs", "num_epochs", "max_epochs");
    }

    private static void Add(Dictionary<string, KeyPath> index, KeyPath key, params string[] names)
    {
        foreach (var name in names)
        {
            var normal = Normalize(name);
            if (!index.ContainsKey(normal))
                index.Add(normal, key);
        }
    }

    private static string Normalize(string name) => new([.. name.Where(static c => c is not '_').Select(char.ToLowerInvariant)]);
}
