namespace ScalingSdk.Models.Reading;

/// <summary>The vocabulary of a model section: every key that some architecture reads.</summary>
internal static class ModelKeys
{
    private static readonly List<ModelKey> Declared = [];

    public static readonly ModelKey Architecture = Key("architecture", "model_type");

    // Sizes that every architecture has.
    public static readonly ModelKey Layers = Key("layers", "num_hidden_layers", "n_layer", "n_layers", "num_layers");
    public static readonly ModelKey HiddenSize = Key("hidden_size", "n_embd", "n_embed", "d_model", "dim");
    public static readonly ModelKey AttentionHeads = Key("attention_heads", "num_attention_heads", "n_head", "n_heads", "num_heads");
    public static readonly ModelKey KeyValueHeads = Key("key_value_heads", "num_key_value_heads", "num_kv_heads", "n_kv_heads", "n_head_kv", "num_query_groups");
    public static readonly ModelKey HeadSize = Key("head_size", "head_dim", "d_kv", "kv_channels");
    public static readonly ModelKey IntermediateSize = Key("intermediate_size", "n_inner", "ffn_dim", "d_ff", "inter_dim", "hidden_dim", "ffn_hidden_size");
    public static readonly ModelKey VocabularySize = Key("vocabulary_size", "vocab_size");
    public static readonly ModelKey PaddedVocabularySize = Key("padded_vocabulary_size", "padded_vocab_size");
    public static readonly ModelKey ContextLength = Key("context_length", "max_position_embeddings", "n_positions", "block_size", "n_ctx", "max_sequence_length", "max_seq_len", "seq_length");
    public static readonly ModelKey TiedEmbeddings = Key("tied_embeddings", "tie_word_embeddings", "weight_tying");

    // Biases.
    public static readonly ModelKey Bias = Key("bias", "enable_bias");
    public static readonly ModelKey NoBias = Key("no_bias");
    public static readonly ModelKey AttentionBias = Key("attention_bias");
    public static readonly ModelKey QueryKeyValueBias = Key("qkv_bias");
    public static readonly ModelKey FeedForwardBias = Key("feed_forward_bias", "mlp_bias");
    public static readonly ModelKey HeadBias = Key("lm_head_bias");

    // Experts.
    public static readonly ModelKey Experts = Key("experts", "num_local_experts", "num_experts", "n_routed_experts");
    public static readonly ModelKey ActiveExperts = Key("active_experts", "num_experts_per_tok", "n_activated_experts");
    public static readonly ModelKey ExpertIntermediateSize = Key("expert_intermediate_size", "moe_intermediate_size", "moe_inter_dim");
    public static readonly ModelKey SharedExperts = Key("shared_experts", "n_shared_experts");
    public static readonly ModelKey SharedExpertIntermediateSize = Key("shared_expert_intermediate_size");
    public static readonly ModelKey FirstDenseLayers = Key("first_dense_layers", "first_k_dense_replace", "n_dense_layers");
    public static readonly ModelKey ExpertLayerFrequency = Key("moe_layer_freq");
    public static readonly ModelKey SparseStep = Key("decoder_sparse_step");
    public static readonly ModelKey DenseLayers = Key("mlp_only_layers");
    public static readonly ModelKey PredictionModules = Key("num_nextn_predict_layers");

    // Latent attention.
    public static readonly ModelKey QueryRank = Key("q_lora_rank");
    public static readonly ModelKey KeyValueRank = Key("kv_lora_rank");
    public static readonly ModelKey PlainHeadSize = Key("qk_nope_head_dim");
    public static readonly ModelKey RotaryHeadSize = Key("qk_rope_head_dim");
    public static readonly ModelKey ValueHeadSize = Key("v_head_dim");

    // Sliding windows.
    public static readonly ModelKey SlidingWindow = Key("sliding_window", "window_size");
    public static readonly ModelKey UseSlidingWindow = Key("use_sliding_window");
    public static readonly ModelKey FirstWindowLayer = Key("max_window_layers");
    public static readonly ModelKey WindowPattern = Key("sliding_window_pattern");
    public static readonly ModelKey LayerTypes = Key("layer_types");
    public static readonly ModelKey AttentionTypes = Key("attention_types");

    // What single architectures have.
    public static readonly ModelKey Multiple = Key("multiple_of");
    public static readonly ModelKey WidthMultiplier = Key("ffn_dim_multiplier");
    public static readonly ModelKey DoubledWidth = Key("mlp_hidden_size");
    public static readonly ModelKey EmbeddingSize = Key("embedding_size");
    public static readonly ModelKey ExpansionRatio = Key("expansion_ratio", "mlp_ratio");
    public static readonly ModelKey MultiQuery = Key("multi_query");
    public static readonly ModelKey NewDecoder = Key("new_decoder_architecture");
    public static readonly ModelKey Parallel = Key("parallel_attn");
    public static readonly ModelKey ParallelNorms = Key("num_ln_in_parallel_attn");
    public static readonly ModelKey EmbeddingWidth = Key("word_embed_proj_dim");
    public static readonly ModelKey NormBefore = Key("do_layer_norm_before");
    public static readonly ModelKey NoFinalNorm = Key("_remove_final_layer_norm");
    public static readonly ModelKey NormParameters = Key("layer_norm_elementwise_affine");
    public static readonly ModelKey LearnedPositions = Key("learned_pos_emb");
    public static readonly ModelKey AttentionConfig = Key("attn_config");
    public static readonly ModelKey QueryKeyNorm = Key("qk_layernorm");
    public static readonly ModelKey TokenTypes = Key("type_vocab_size");
    public static readonly ModelKey DecoderLayers = Key("decoder_layers", "num_decoder_layers");
    public static readonly ModelKey RelativeBuckets = Key("relative_attention_num_buckets");
    public static readonly ModelKey FeedForwardKind = Key("feed_forward_proj");
    public static readonly ModelKey TextConfig = Key("text_config");

    private static readonly Dictionary<string, ModelKey> ByName = Index();

    /// <summary>Every key, in the order of the documentation.</summary>
    public static IReadOnlyList<ModelKey> All => Declared;

    /// <summary>Every name of every key.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Keys of a spec's model that name a config or a size: no config has them.</summary>
    public static readonly string[] OfTheSpec = ["config", "parameters"];

    public static ModelKey? Find(string name) => ByName.TryGetValue(name, out var key) ? key : null;

    private static ModelKey Key(string name, params string[] aliases)
    {
        var key = new ModelKey(Declared.Count, name, aliases);
        Declared.Add(key);
        return key;
    }

    private static Dictionary<string, ModelKey> Index()
    {
        var index = new Dictionary<string, ModelKey>(StringComparer.Ordinal);
        foreach (var key in Declared)
        {
            index.Add(key.Name, key);
            foreach (var alias in key.Aliases)
                index.Add(alias, key);
        }

        return index;
    }
}
