namespace ScalingSdk.Models.Reading;

/// <summary>The vocabulary of a model section: every key that some architecture reads.</summary>
internal static class ModelKeys
{
    private static readonly List<ModelKey> Declared = [];

    public static readonly ModelKey Architecture = Key(
        "architecture", "the architecture, by its Hugging Face `model_type`; needed, but for Meta's `params.json`, which is read as `llama`", "model_type");

    // Sizes that every architecture has.
    public static readonly ModelKey Layers = Key(
        "layers", "layers; of the encoder in `t5`", "num_hidden_layers n_layer n_layers num_layers num_blocks");
    public static readonly ModelKey HiddenSize = Key(
        "hidden_size", "width of the vectors between the layers", "n_embd n_embed d_model dim embedding_dim");
    public static readonly ModelKey AttentionHeads = Key("attention_heads", "query heads", "num_attention_heads n_head n_heads num_heads");
    public static readonly ModelKey KeyValueHeads = Key(
        "key_value_heads", "key-value heads; left out, as many as query heads", "num_key_value_heads num_kv_heads n_kv_heads n_head_kv num_query_groups n_kv_head");
    public static readonly ModelKey HeadSize = Key(
        "head_size", "width of one head; left out, `hidden_size` / `attention_heads`, or what the class has (256 in the Gemmas, 128 in `qwen3`, 64 in `gpt_oss`)", "head_dim d_kv kv_channels");
    public static readonly ModelKey AttentionHeadSize = Key("attention_head_dim", "the same where `head_dim` is another size or left out (`zamba2`, `hunyuan`)");
    public static readonly ModelKey IntermediateSize = Key(
        "intermediate_size", "inner width of the feed-forward; left out, four times the hidden size in `gpt2` and its kin, elsewhere an error that says the usual width; in `qwen` twice the width of each matrix, as its files have it", "n_inner ffn_dim d_ff inter_dim hidden_dim ffn_hidden_size");
    public static readonly ModelKey VocabularySize = Key(
        "vocabulary_size", "rows of the token embedding; `-1` (from the tokenizer) is refused", "vocab_size");
    public static readonly ModelKey PaddedVocabularySize = Key(
        "padded_vocabulary_size", "the rows with padding, where both are given", "padded_vocab_size");
    public static readonly ModelKey ContextLength = Key(
        "context_length", "the longest sequence; needed where positions are learned. Never the length of a training sequence", "max_position_embeddings n_positions block_size n_ctx max_sequence_length max_seq_len seq_length sequence_len");
    public static readonly ModelKey TiedEmbeddings = Key(
        "tied_embeddings", "whether the token embedding is the output head; left out, as the architecture's class has it (below)", "tie_word_embeddings weight_tying tie_embedding tie_embeddings");

    // Biases.
    public static readonly ModelKey Bias = Key(
        "bias", "biases of all parts (`gpt2`, `opt`, `falcon`, `internlm`, `starcoder2`, `ernie4_5`)", "enable_bias use_bias");
    public static readonly ModelKey NoBias = Key("no_bias", "the opposite (`mpt`)");
    public static readonly ModelKey AttentionBias = Key("attention_bias", "biases of the attention");
    public static readonly ModelKey QueryKeyValueBias = Key(
        "qkv_bias", "biases of queries, keys and values (`qwen2_moe`, `stablelm`, `internlm3`)", "use_qkv_bias");
    public static readonly ModelKey FeedForwardBias = Key("feed_forward_bias", "biases of the feed-forward (`llama`)", "mlp_bias");
    public static readonly ModelKey AttentionOutputBias = Key("attention_out_bias", "a bias of the attention's output (`seed_oss`)");
    public static readonly ModelKey HeadBias = Key("lm_head_bias", "a bias of the head (`phimoe`)");

    // Experts.
    public static readonly ModelKey Experts = Key(
        "experts", "routed experts of a layer", "num_local_experts num_experts n_routed_experts moe_num_experts");
    public static readonly ModelKey ActiveExperts = Key(
        "active_experts", "experts that a token is sent to", "num_experts_per_tok n_activated_experts moe_k moe_topk top_k_experts experts_per_token");
    public static readonly ModelKey ExpertIntermediateSize = Key(
        "expert_intermediate_size", "inner width of one expert", "moe_intermediate_size moe_inter_dim");
    public static readonly ModelKey SharedExperts = Key(
        "shared_experts", "experts that every token passes (`deepseek_v2`, `deepseek_v3`)", "n_shared_experts moe_num_shared_experts num_shared_expert num_shared_experts");
    public static readonly ModelKey SharedExpertIntermediateSize = Key(
        "shared_expert_intermediate_size", "inner width of the shared expert (`qwen2_moe`, `qwen3_next`, `granitemoehybrid`, `nemotron_h`)", "shared_intermediate_size moe_shared_expert_intermediate_size");
    public static readonly ModelKey FirstDenseLayers = Key(
        "first_dense_layers", "first layers without experts", "first_k_dense_replace n_dense_layers num_dense_layers");
    public static readonly ModelKey ExpertLayerFrequency = Key(
        "moe_layer_freq", "every how many layers have experts", "moe_layer_frequency moe_layer_interval interleave_moe_layer_step");
    public static readonly ModelKey SparseStep = Key("decoder_sparse_step", "the same, counted from 1");
    public static readonly ModelKey DenseLayers = Key("mlp_only_layers", "layers without experts, from 0");
    public static readonly ModelKey PredictionModules = Key(
        "num_nextn_predict_layers", "modules that predict further tokens; counted apart", "mtp_num_hidden_layers");

    // Latent attention.
    public static readonly ModelKey QueryRank = Key("q_lora_rank", "width of the compressed query; left out or null, a full projection");
    public static readonly ModelKey KeyValueRank = Key("kv_lora_rank", "width of the compressed key and value");
    public static readonly ModelKey PlainHeadSize = Key("qk_nope_head_dim", "per head, query and key without positions");
    public static readonly ModelKey RotaryHeadSize = Key("qk_rope_head_dim", "per head, query with positions");
    public static readonly ModelKey ValueHeadSize = Key("v_head_dim", "per head, value");

    // Sliding windows.
    public static readonly ModelKey SlidingWindow = Key("sliding_window", "tokens that a local layer sees; changes FLOPs, no count", "window_size");
    public static readonly ModelKey UseSlidingWindow = Key("use_sliding_window", "whether the Qwens have windows (left out: no)");
    public static readonly ModelKey FirstWindowLayer = Key("max_window_layers", "the first layer with one");
    public static readonly ModelKey WindowPattern = Key(
        "sliding_window_pattern", "every how many layers see everything (`gemma3_text`, `cohere2`), or letters in turn (`exaone4`: `LLLG`)");
    public static readonly ModelKey LayerTypes = Key(
        "layer_types", "the kind of each layer: `full_attention`, `sliding_attention`, `chunked_attention`, `linear_attention`, `mamba`, `attention`, `conv`");
    public static readonly ModelKey AttentionTypes = Key("attention_types", "the same in `gpt_neo`");

    // What single architectures have.
    public static readonly ModelKey Multiple = Key("multiple_of", "Meta: the inner width is rounded up to it");
    public static readonly ModelKey WidthMultiplier = Key("ffn_dim_multiplier", "Meta: factor on two thirds of four times the width");
    public static readonly ModelKey DoubledWidth = Key("mlp_hidden_size", "`olmo`: gate and value together, twice the width of each");
    public static readonly ModelKey EmbeddingSize = Key("embedding_size", "`olmo`: rows of the token embedding");
    public static readonly ModelKey ExpansionRatio = Key("expansion_ratio", "inner width over hidden size (`mpt`, `olmo`)", "mlp_ratio");
    public static readonly ModelKey MultiQuery = Key("multi_query", "`falcon`: one key-value head (left out: yes)");
    public static readonly ModelKey NewDecoder = Key("new_decoder_architecture", "`falcon`: `key_value_heads` counts, and two norms in a layer");
    public static readonly ModelKey Parallel = Key("parallel_attn", "`falcon`: attention and feed-forward behind one norm (left out: yes)");
    public static readonly ModelKey ParallelNorms = Key("num_ln_in_parallel_attn", "`falcon`: norms of a layer of the new decoder");
    public static readonly ModelKey EmbeddingWidth = Key("word_embed_proj_dim", "`opt`: width of the token embedding, projected where it differs");
    public static readonly ModelKey NormBefore = Key("do_layer_norm_before", "`opt`: norms before the parts, and one at the end (left out: yes)");
    public static readonly ModelKey NoFinalNorm = Key("_remove_final_layer_norm", "`opt`: none at the end");
    public static readonly ModelKey NormParameters = Key("layer_norm_elementwise_affine", "`opt`: whether norms have parameters");
    public static readonly ModelKey LearnedPositions = Key("learned_pos_emb", "`mpt`: learned positions, unless `attn_config` has `alibi`");
    public static readonly ModelKey AttentionConfig = Key("attn_config", "`mpt`: its `alibi` is read");
    public static readonly ModelKey QueryKeyNorm = Key(
        "qk_layernorm", "norms on queries and keys (`phi`, `stablelm`, `persimmon`, `cohere`, `glm4_moe`, `minimax_m2`, `hunyuan_v1_dense`)", "use_qk_norm");
    public static readonly ModelKey TokenTypes = Key("type_vocab_size", "`bert`: token types");
    public static readonly ModelKey DecoderLayers = Key(
        "decoder_layers", "`t5`: layers of the decoder; left out, as many as of the encoder", "num_decoder_layers");
    public static readonly ModelKey RelativeBuckets = Key("relative_attention_num_buckets", "`t5`: relative positions (left out: 32)");
    public static readonly ModelKey FeedForwardKind = Key("feed_forward_proj", "`t5`: three matrices where it starts with `gated`");
    public static readonly ModelKey TextConfig = Key(
        "text_config", "the text model of a model of text and images: what is counted", "llm_config language_config");
    public static readonly ModelKey MetaExperts = Key("moe_args", "Meta and Mistral: experts and how many of them are used", "moe");
    public static readonly ModelKey MetaImageLayers = Key(
        "vision_num_cross_attention_layers", "Meta: layers that attend to images, besides `n_layers`");
    public static readonly ModelKey Gated = Key("gated", "in `blocks`: three matrices in a feed-forward (left out: yes)");
    public static readonly ModelKey Blocks = Key("blocks", "a model by its layers in place of an architecture: see below");
    public static readonly ModelKey Architectures = Key("architectures", "the class that the checkpoint was saved from: it decides about the head");
    public static readonly ModelKey Labels = Key("num_labels", "outputs of a classifier; left out, as many as `id2label` has, or 2");
    public static readonly ModelKey LabelNames = Key("id2label", "their names");

    // Which layers have experts, where no period says it.
    public static readonly ModelKey ExpertLayers = Key("moe_layers", "layers with experts, from 0 (`llama4_text`)");
    public static readonly ModelKey ExpertLayerTypes = Key("mlp_layer_types", "`dense` or `sparse` for each layer (`deepseek_v3`, `glm_moe_dsa`, `glm4_moe`)");
    public static readonly ModelKey FirstExpertLayer = Key("moe_layer_start_index", "first layer with experts, from 0 (`ernie4_5_moe`)");
    public static readonly ModelKey LastExpertLayer = Key("moe_layer_end_index", "last layer with experts; -1 or left out, the last");
    public static readonly ModelKey ExpertLayerPeriod = Key("expert_layer_period", "`jamba`: every how many layers have experts");
    public static readonly ModelKey ExpertLayerOffset = Key("expert_layer_offset", "`jamba`: the first of them");
    public static readonly ModelKey DenseIntermediateSize = Key("intermediate_size_mlp", "`llama4_text`: inner width of layers without experts");
    public static readonly ModelKey ExpertLatentSize = Key(
        "moe_latent_size", "`nemotron_h`: width of what experts read and write, where it is not the model's");
    public static readonly ModelKey ExpertsBeside = Key("enable_moe_block", "`gemma4_text`: whether experts stand beside the feed-forward");
    public static readonly ModelKey ResidualFeedForward = Key(
        "parallel_attn_mlp_res", "`arctic`: a feed-forward as wide as the model beside the experts (left out: yes)");

    // Which layers carry a state and which have attention.
    public static readonly ModelKey LayerBlockTypes = Key("layers_block_type", "the kind of each layer by name (`nemotron_h`, `zamba2`)");
    public static readonly ModelKey LayerPattern = Key(
        "hybrid_override_pattern", "`nemotron_h`: one character a layer: `M` Mamba 2, `*` attention, `-` feed-forward, `E` experts");
    public static readonly ModelKey AttentionPeriod = Key("attn_layer_period", "`jamba`: every how many layers have attention");
    public static readonly ModelKey AttentionOffset = Key("attn_layer_offset", "`jamba`: the first of them");
    public static readonly ModelKey FullAttentionInterval = Key(
        "full_attention_interval", "every how many layers have attention in place of a gated delta net (left out: 4)");
    public static readonly ModelKey AttentionLayers = Key("attn_layer_indices", "layers with attention, from 0 (`bamba`, `lfm2`)", "full_attn_idxs");
    public static readonly ModelKey AttentionTypeList = Key("attn_type_list", "`minimax`: 0 lightning, 1 softmax attention, for each layer");
    public static readonly ModelKey SharedBlockLayers = Key("hybrid_layer_ids", "`zamba2`: layers that use a shared block, from 0");
    public static readonly ModelKey CrossAttentionLayers = Key(
        "cross_attention_layers", "`mllama_text_model`: layers that attend to the image, from 0");

    // Gated delta nets.
    public static readonly ModelKey LinearKeyHeads = Key("linear_num_key_heads", "gated delta net: heads of queries and keys (left out: 16)");
    public static readonly ModelKey LinearKeySize = Key("linear_key_head_dim", "width of one (left out: 128)");
    public static readonly ModelKey LinearValueHeads = Key("linear_num_value_heads", "heads of values (left out: 32)");
    public static readonly ModelKey LinearValueSize = Key("linear_value_head_dim", "width of one (left out: 128)");

    // State spaces.
    public static readonly ModelKey StateSize = Key(
        "mamba_d_state", "state of one channel (left out, as the class: 16 in Mamba, 128 in Mamba 2, 256 in `bamba`)", "ssm_state_size state_size");
    public static readonly ModelKey StateHeads = Key("mamba_n_heads", "heads of a Mamba 2 layer", "mamba_num_heads n_mamba_heads");
    public static readonly ModelKey StateHeadSize = Key(
        "mamba_d_head", "width of one; \"auto\" or left out, the expanded width divided by the heads", "mamba_head_dim mamba_headdim");
    public static readonly ModelKey StateGroups = Key(
        "mamba_n_groups", "groups of heads that share the inputs of the state", "n_groups mamba_ngroups");
    public static readonly ModelKey StateWidth = Key("mamba_d_ssm", "`falcon_h1`: inner channels of the state space");
    public static readonly ModelKey StateExpansion = Key("mamba_expand", "inner channels over hidden size (left out: 2)", "expand");
    public static readonly ModelKey TimeStepRank = Key(
        "mamba_dt_rank", "width from which the time step is projected; \"auto\" or left out, a sixteenth of the hidden size", "time_step_rank");
    public static readonly ModelKey StateBias = Key("mamba_proj_bias", "biases of the projections in and out of a state space");
    public static readonly ModelKey StateNorm = Key("mamba_rms_norm", "`falcon_h1`: a gated norm behind the state space (left out: no)");
    public static readonly ModelKey ConvolutionKernel = Key(
        "mamba_d_conv", "taps of the convolution (left out: 4, in `lfm2` 3)", "conv_kernel linear_conv_kernel_dim conv_L_cache");
    public static readonly ModelKey ConvolutionBias = Key(
        "mamba_conv_bias", "a bias of the convolution (left out: yes, in `lfm2` no)", "use_conv_bias conv_bias");

    // Sparse attention.
    public static readonly ModelKey IndexerHeads = Key("index_n_heads", "heads of the indexer (left out: 64)");
    public static readonly ModelKey IndexerHeadSize = Key("index_head_dim", "width of one (left out: 128)");
    public static readonly ModelKey IndexerKeys = Key("index_topk", "keys that attention sees (left out: 2048)");
    public static readonly ModelKey IndexerTypes = Key(
        "indexer_types", "`full` for a layer with its own indexer, `shared` for one that takes the keys of an earlier one");
    public static readonly ModelKey ChunkSize = Key("attention_chunk_size", "`llama4_text`: tokens of a chunk (left out: 8192)");
    public static readonly ModelKey UnrotatedLayers = Key(
        "no_rope_layers", "`llama4_text`: 0 for a layer that sees the whole sequence, 1 for one that sees its chunk");

    // Gemma 3n and 4.
    public static readonly ModelKey PerLayerWidth = Key(
        "hidden_size_per_layer_input", "width of the embedding that each layer has of its own (left out: 256)");
    public static readonly ModelKey PerLayerVocabulary = Key("vocab_size_per_layer_input", "rows of that table (left out: 262,144)");
    public static readonly ModelKey AltUpInputs = Key("altup_num_inputs", "`gemma3n_text`: parallel streams (left out: 4)");
    public static readonly ModelKey LaurelRank = Key("laurel_rank", "`gemma3n_text`: rank of the low-rank residual (left out: 64)");
    public static readonly ModelKey KeyValueSharedLayers = Key(
        "num_kv_shared_layers", "last layers that read keys and values of earlier ones (left out: 15 in `gemma3n_text`, 0 in `gemma4_text`)");
    public static readonly ModelKey GlobalHeadSize = Key("global_head_dim", "`gemma4_text`: width of a head where attention is full (left out: 512)");
    public static readonly ModelKey GlobalKeyValueHeads = Key(
        "num_global_key_value_heads", "`gemma4_text`: key-value heads where attention is full and keys serve as values");
    public static readonly ModelKey KeysAreValues = Key(
        "attention_k_eq_v", "`gemma4_text`: whether keys serve as values where attention is full (left out: no)");
    public static readonly ModelKey DoubleWidth = Key(
        "use_double_wide_mlp", "`gemma4_text`: twice the inner width on layers that share keys and values (left out: no)");

    // What single newer architectures have.
    public static readonly ModelKey ExpertConfig = Key("ffn_config", "`dbrx`: its `moe_num_experts`, `moe_top_k` and `ffn_hidden_size` are read");
    public static readonly ModelKey ParallelResidual = Key("use_parallel_residual", "`stablelm`: one norm in a layer");
    public static readonly ModelKey SharedKeyValues = Key("use_cla", "`hunyuan_v1_moe`: whether layers share keys and values");
    public static readonly ModelKey SharedKeyValueFactor = Key("cla_share_factor", "how many layers share them");
    public static readonly ModelKey SharedBlocks = Key("num_mem_blocks", "`zamba2`: shared blocks (left out: 1)");
    public static readonly ModelKey AdapterRank = Key("adapter_rank", "`zamba2`: rank of the adapters of each use (left out: 128)");
    public static readonly ModelKey AttentionAdapter = Key(
        "use_shared_attention_adapter", "`zamba2`: adapters on queries, keys and values too (left out: no)");
    public static readonly ModelKey BlockWidth = Key("block_ff_dim", "`lfm2`: inner width before it is adjusted");
    public static readonly ModelKey AdjustBlockWidth = Key("block_auto_adjust_ff_dim", "`lfm2`: two thirds of it, rounded up (left out: yes)");
    public static readonly ModelKey BlockWidthMultiplier = Key("block_ffn_dim_multiplier", "`lfm2`: a factor on that");
    public static readonly ModelKey BlockWidthMultiple = Key("block_multiple_of", "`lfm2`: what it is rounded up to (left out: 256)");
    public static readonly ModelKey DecayRank = Key("decay_low_rank_dim", "`rwkv7`: rank of the decay");
    public static readonly ModelKey RateRank = Key("a_low_rank_dim", "`rwkv7`: rank of the learning rate in context");
    public static readonly ModelKey ValueRank = Key("v_low_rank_dim", "`rwkv7`: rank of the mix with the first layer's values");
    public static readonly ModelKey GateRank = Key("gate_low_rank_dim", "`rwkv7`: rank of the gate");
    public static readonly ModelKey QueryKeyFactor = Key("qk_dim_factor", "`xlstm`: width of queries and keys over hidden size (left out: 0.5)");
    public static readonly ModelKey ValueFactor = Key("v_dim_factor", "`xlstm`: width of values over hidden size (left out: 1)");
    public static readonly ModelKey WidthFactor = Key("ffn_proj_factor", "`xlstm`: inner width over hidden size (left out: 2.667)");
    public static readonly ModelKey WidthMultiple = Key(
        "ffn_round_up_to_multiple_of", "`xlstm`: what the inner width is rounded up to (left out: 64)");
    public static readonly ModelKey LocalWindow = Key("local_attention", "`modernbert`: tokens that a local layer sees (left out: 128)");
    public static readonly ModelKey GlobalEvery = Key(
        "global_attn_every_n_layers", "`modernbert`: every how many layers see everything (left out: 3)");
    public static readonly ModelKey Encoder = Key("encoder", "`t5gemma`: sizes of the encoder");
    public static readonly ModelKey Decoder = Key("decoder", "`t5gemma`: sizes of the decoder");

    private static readonly Dictionary<string, ModelKey> ByName = Index();

    /// <summary>Every key, in the order of the documentation.</summary>
    public static IReadOnlyList<ModelKey> All => Declared;

    /// <summary>Every name of every key.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Keys of a spec's model that name a config or a size: no config has them.</summary>
    public static readonly string[] OfTheSpec = ["config", "parameters", "active_parameters"];

    public static ModelKey? Find(string name) => ByName.TryGetValue(name, out var key) ? key : null;

    private static ModelKey Key(string name, string meaning, string aliases = "")
    {
        var key = new ModelKey(Declared.Count, name, meaning, aliases);
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
