namespace ScalingSdk.Models.Files;

/// <summary>llama.cpp's names of architectures and sizes, and those of a config.json.</summary>
internal static class GgufNames
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["gptneox"] = "gpt_neox",
        ["gptj"] = "gptj",
        ["starcoder"] = "gpt_bigcode",
        ["phi2"] = "phi",
        ["qwen2moe"] = "qwen2_moe",
        ["qwen3moe"] = "qwen3_moe",
        ["qwen2vl"] = "qwen2_vl",
        ["qwen3vl"] = "qwen3_vl",
        ["qwen3next"] = "qwen3_next",
        ["qwen35"] = "qwen3_5",
        ["qwen35moe"] = "qwen3_5_moe",
        ["gemma3"] = "gemma3_text",
        ["gemma3n"] = "gemma3n_text",
        ["gemma4"] = "gemma4_text",
        ["llama4"] = "llama4_text",
        ["command-r"] = "cohere",
        ["deepseek2"] = "deepseek_v3",
        ["gpt-oss"] = "gpt_oss",
        ["glm4moe"] = "glm4_moe",
        ["granitehybrid"] = "granitemoehybrid",
        ["hunyuan-dense"] = "hunyuan_v1_dense",
        ["hunyuan-moe"] = "hunyuan_v1_moe",
        ["ernie4_5-moe"] = "ernie4_5_moe",
        ["falcon-h1"] = "falcon_h1",
        ["lfm2moe"] = "lfm2_moe",
        ["minimax-m2"] = "minimax_m2",
        ["grok"] = "grok-1",
        ["modern-bert"] = "modernbert",
        ["seed_oss"] = "seed_oss",
    };

    /// <summary>Sizes, below the name of the architecture.</summary>
    public static IReadOnlyList<(string From, string To)> Keys { get; } =
    [
        ("block_count", "num_hidden_layers"), ("embedding_length", "hidden_size"), ("feed_forward_length", "intermediate_size"),
        ("attention.head_count", "num_attention_heads"), ("attention.head_count_kv", "num_key_value_heads"), ("attention.key_length", "head_dim"),
        ("context_length", "max_position_embeddings"), ("vocab_size", "vocab_size"), ("attention.sliding_window", "sliding_window"),
        ("expert_count", "num_experts"), ("expert_used_count", "num_experts_per_tok"), ("expert_feed_forward_length", "moe_intermediate_size"),
        ("expert_shared_feed_forward_length", "shared_expert_intermediate_size"), ("expert_shared_count", "n_shared_experts"),
        ("leading_dense_block_count", "first_k_dense_replace"), ("attention.q_lora_rank", "q_lora_rank"), ("attention.kv_lora_rank", "kv_lora_rank"),
        ("ssm.conv_kernel", "mamba_d_conv"), ("ssm.state_size", "mamba_d_state"), ("ssm.time_step_rank", "mamba_dt_rank"),
    ];

    public static string ModelType(string architecture, bool routed) =>
        architecture is "llama" && routed ? "mixtral" : Types.TryGetValue(architecture, out var type) ? type : architecture;
}
