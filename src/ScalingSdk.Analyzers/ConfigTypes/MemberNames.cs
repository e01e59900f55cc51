using ScalingSdk.Models.Reading;
using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What members of config types are called, upper and lower case and underscores aside: every name of the table of keys, every alias of a model's keys, and what C# makes of their words.</summary>
internal static class MemberNames
{
    private static readonly Dictionary<string, KeyPath> ByName = new(StringComparer.Ordinal);

    // The keys of the table that code states: a class of C# has neither a budget nor laws.
    private static readonly SpecKey[] OfCode =
    [
        TrainingKeys.BatchTokens, TrainingKeys.Steps, TrainingKeys.LearningRate, DataKeys.Tokens, DataKeys.UniqueTokens, DataKeys.Epochs, TrainingKeys.SequenceLength,
        TrainingKeys.WeightDecay, TrainingKeys.Dropout, TrainingKeys.WarmupSteps, TrainingKeys.Schedule,
    ];

    // In code these words alone say something else: the step at hand, the size of anything, the longest text that is generated, a data set in examples or bytes.
    private static readonly HashSet<string> SaysNothing = new(StringComparer.Ordinal)
    {
        "size", "sizes", "sz", "length", "len", "features", "d", "window", "step", "iter", "iteration", "epoch", "em", "block", "inner", "dict", "dictionary", "drop", "warm", "maxsize", "maxdim", "maxwidth", "maxd", "maxtokens", "numembeddings", "datasetsize", "key", "value", "self",
    };

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
        if (SaysNothing.Contains(normal))
            return null;
        if (ByName.TryGetValue(normal, out var key))
            return key;
        return MemberWords.Of(normal) is { Count: > 0 } words && !IsNumberOfEmbeddings(normal, words) ? MemberRules.Find(words) : null;
    }

    /// <summary>The keys of all members of one run: what a name says depends on those beside it.</summary>
    /// <param name="names">The members.</param>
    /// <param name="areSame">True for two members that always have one value.</param>
    public static Dictionary<string, KeyPath> FindAll(IEnumerable<string> names, Func<string, string, bool>? areSame = null)
    {
        var keys = new Dictionary<string, KeyPath>(StringComparer.Ordinal);
        string? hidden = null;
        foreach (var name in names)
        {
            if (Find(name) is { } key)
                keys[name] = key;
            else if (Normalize(name) is "numembeddings")
                keys[name] = KeyPath.Vocabulary;
            else if (Normalize(name) is "hidden")
                hidden = name;
        }

        // Where no other member is a width.
        if (hidden is not null && !keys.ContainsValue(KeyPath.Width))
            keys[hidden] = KeyPath.Width;

        // Beside 'EmbedSize', 'HiddenSize' is the feed-forward's, unless it says the same once more.
        if (!keys.ContainsValue(KeyPath.FeedForward) && NamesOf(KeyPath.Width) is { Count: > 1 } widths && widths.FindAll(static name => !SaysHidden(name)) is { Count: > 0 } others)
            widths.FindAll(name => SaysHidden(name) && !others.Exists(other => areSame?.Invoke(name, other) == true)).ForEach(name => keys[name] = KeyPath.FeedForward);

        // Beside 'VocabSize', 'NumTokens' is none, nor the tokenizer's own, which may be smaller, nor are the 'NumEmbeddings' of positions; without a width beside it that name may be one.
        if (NamesOf(KeyPath.Vocabulary) is { Count: > 1 } vocabularies && vocabularies.Exists(static name => !SaysTokens(name)))
            vocabularies.FindAll(SaysTokens).ForEach(name => keys.Remove(name));
        if (NamesOf(KeyPath.Vocabulary) is { Count: > 1 } tables && tables.Exists(static name => !SaysTokenizer(name)))
            tables.FindAll(SaysTokenizer).ForEach(name => keys.Remove(name));
        if (!keys.ContainsValue(KeyPath.Width))
            NamesOf(KeyPath.Vocabulary).FindAll(static name => Normalize(name) is "numembeddings").ForEach(name => keys.Remove(name));

        // Beside 'BatchSize', 'MicroBatchSize' is a part of it.
        if (NamesOf(KeyPath.BatchSize) is { Count: > 1 } batches && batches.Exists(static name => !SaysPart(name)))
            batches.FindAll(SaysPart).ForEach(name => keys[name] = KeyPath.BatchPart);

        // Beside the context, the one that training starts with is not it.
        if (NamesOf(KeyPath.Context) is { Count: > 1 } contexts && contexts.Exists(static name => !SaysInitial(name)))
            contexts.FindAll(SaysInitial).ForEach(name => keys.Remove(name));

        // A model whose only layers are a decoder's.
        if (!keys.ContainsValue(KeyPath.Layers))
            NamesOf(KeyPath.DecoderLayers).ForEach(name => keys[name] = KeyPath.Layers);
        return keys;

        List<string> NamesOf(KeyPath key) => [.. keys.Where(pair => pair.Value == key).Select(static pair => pair.Key)];
    }

    // Before the keys of a config.json: an 'embedding_size' there is a padded vocabulary, in code it is the width.
    private static void AddNamesInCode()
    {
        Add(KeyPath.Vocabulary, "v", "vocabulary_size", "vocab_size", "vocabulary", "num_vocab", "n_vocab", "num_tokens", "num_tokens_in_vocabulary", "tokens_in_vocabulary");
        Add(KeyPath.Width, "hidden_size", "n_embd", "n_embedding", "emb_dim", "embed_dim", "embed_dimensions", "embedding_size", "embedding_dim", "em_size", "channels", "n_inp", "n_input", "n_inputs");
        Add(KeyPath.Layers, "layers", "n_layer", "num_layers", "layer_count", "layers_count", "blocks_count", "block_layers", "num_blocks", "decoder_layer_depth");
        Add(KeyPath.Heads, "attention_heads", "n_head", "num_heads", "head_count", "multi_head_num");
        Add(KeyPath.FeedForward, "intermediate_size", "n_hid", "n_hidden", "d_hid", "ffn_size", "d_ff", "mlp_hidden_size");
        Add(KeyPath.Context, "context_length", "block_size", "max_seq_len", "context_size", "max_context_length", "max_seq_length", "max_sequence_length", "max_length", "ctx_len", "block_len", "block_length", "max_input_length", "max_input_len", "initial_context_length", "initial_context_size");
        Add(KeyPath.SequenceLength, "t", "bptt", "seq_len", "sequence_length", "sequence_len");
        Add(KeyPath.BatchSize, "b", "batch_size", "batch");
        Add(KeyPath.HeadSize, "attention_head_dim");
        Add(KeyPath.LearningRate, "learn_rate", "initial_learning_rate", "initial_lr", "init_lr");
        Add(KeyPath.Dropout, "residual_dropout");
        Add(KeyPath.Accumulation, "gradient_accumulation_steps", "grad_accumulation_steps", "grad_accum_steps", "accumulation_steps");
        Add(KeyPath.Devices, [.. HardwareKeys.Count.ForeignNames, "number_of_gpus", "device_count", "number_of_devices"]);
        Add(KeyPath.Copies, "data_parallel_size", "data_parallel_degree", "data_parallel", "dp_size", "dp_degree", "num_replicas");
        Add(KeyPath.Nodes, "num_nodes", "nnodes", "node_count", "number_of_nodes", "num_machines", "num_hosts");
        Add(KeyPath.DevicesPerNode, "gpus_per_node", "num_gpus_per_node", "n_gpus_per_node", "devices_per_node", "num_devices_per_node", "nproc_per_node", "gpus_per_machine", "gpus_per_host", "devices_per_host");
        Add(KeyPath.TensorParallel, ["tensor_parallel", "tensor_parallelism", "model_parallel_size", .. TrainingKeys.TensorParallel.ForeignNames]);
        Add(KeyPath.PipelineParallel, ["pipeline_parallel", "pipeline_parallelism", .. TrainingKeys.PipelineParallel.ForeignNames]);
        Add(KeyPath.ContextParallel, ["context_parallel", .. TrainingKeys.ContextParallel.ForeignNames]);
        Add(KeyPath.StepsPerEpoch, "steps_per_epoch", "num_steps_per_epoch", "iterations_per_epoch", "iters_per_epoch", "batches_per_epoch", "num_batches_per_epoch", "steps_in_epoch");
        Add(KeyPath.BatchTokens, "batch_tokens", "total_batch_size", "tokens_per_batch", "tokens_per_step");
        Add(KeyPath.Layers, "blocks");
        Add(KeyPath.Tokens, "total_tokens");
        Add(KeyPath.Width, "hidden_dim");
    }

    // 'NumEmbed' is how wide they are, 'EmbeddingCount' how many there are: of tokens, of positions or of anything.
    private static bool IsNumberOfEmbeddings(string normal, HashSet<string> words) => words.SetEquals([MemberWords.Embedding, MemberWords.Number])
        && (normal.EndsWith("count", StringComparison.Ordinal) || normal.StartsWith("number", StringComparison.Ordinal) || normal.EndsWith("embeddings", StringComparison.Ordinal));

    /// <summary>True for a width that is said to be the model's, as in 'DModel' and 'HiddenSize'.</summary>
    public static bool IsOfModel(string name) => SaysHidden(name) || Normalize(name).Contains(MemberWords.Model);

    /// <summary>True for a width that may be that of a table of tokens alone, as in 'EmbeddingSize'.</summary>
    public static bool IsOfEmbedding(string name) => !IsOfModel(name) && Normalize(name).Contains("emb");

    /// <summary>True for a batch that is said to be of one device.</summary>
    public static bool IsOfDevice(string name) => Normalize(name) is var normal && (normal.Contains("device") || normal.Contains("gpu") || normal.Contains("local"));

    /// <summary>True for 'SeqLen', which says of no training alone how long a sequence is.</summary>
    public static bool IsLengthOfAll(string name) => MemberWords.Of(Normalize(name)) is { } words && words.SetEquals(["sequence", MemberWords.Size]);

    /// <summary>True for devices that are said to be all of a run.</summary>
    public static bool IsOfAllDevices(string name) => Normalize(name) is var normal && (normal.Contains("world") || normal.Contains("total"));

    /// <summary>True for a batch that is said to be a part of another.</summary>
    public static bool IsOfPass(string name) => Normalize(name).Contains("micro");

    /// <summary>True for a number of tokens: a vocabulary or, where it is more than one has, those of a run or of its data.</summary>
    public static bool IsNumberOfTokens(string name) => Normalize(name) is not "numembeddings" && SaysTokens(name) && Find(name) == KeyPath.Vocabulary;

    private static bool SaysTokenizer(string name) => Normalize(name) is var normal && (normal.Contains("tokenizer") || normal.Contains("bpe"));

    private static bool SaysInitial(string name) => Normalize(name).StartsWith("initial", StringComparison.Ordinal);

    private static bool SaysHidden(string name) => Normalize(name).StartsWith("hid", StringComparison.Ordinal);

    private static bool SaysTokens(string name) => Normalize(name) is var normal && (normal.Contains("token") && !normal.Contains("vocab") || normal is "numembeddings");

    private static bool SaysPart(string name) => Normalize(name) is var normal && (normal.Contains("micro") || normal.Contains("mini") || normal.Contains("per") || normal.Contains("device"));

    private static void Add(KeyPath key, params string[] names)
    {
        foreach (var name in names)
        {
            var normal = Normalize(name);
            if (!ByName.ContainsKey(normal))
                ByName.Add(normal, key);
        }
    }

    // Fields are called m_size and s_size too.
    private static string Normalize(string name) =>
        new([.. (name.Length > 2 && name[1] == '_' && name[0] is 'm' or 's' ? name.Substring(2) : name).Where(static c => c is not '_').Select(char.ToLowerInvariant)]);
}
