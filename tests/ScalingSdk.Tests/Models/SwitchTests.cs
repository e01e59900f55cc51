using ScalingSdk.Models;

namespace ScalingSdk.Tests.Models;

/// <summary>Each switch that a file may have changes the total by its own parameters.</summary>
public sealed class SwitchTests
{
    // Two layers of width 64, four heads of 16, an inner width of 128, 100 tokens.
    [Theory]
    [InlineData("llama", "\"attention_bias\": true", 2 * 4 * 64)]
    [InlineData("llama", "\"mlp_bias\": true", 2 * (128 + 128 + 64))]
    [InlineData("llama", "\"tie_word_embeddings\": true", -6400)]
    [InlineData("gpt2", "\"tied_embeddings\": false", 6400)]
    [InlineData("gpt_neox", "\"attention_bias\": false", -2 * 4 * 64)]
    [InlineData("opt", "\"enable_bias\": false", -2 * ((4 * 64) + 128 + 64))]
    [InlineData("opt", "\"layer_norm_elementwise_affine\": false", -((2 * 4 * 64) + 128))]
    [InlineData("opt", "\"_remove_final_layer_norm\": true", -128)]
    [InlineData("falcon", "\"bias\": true", 2 * ((6 * 16) + 64 + 128 + 64))]
    [InlineData("falcon", "\"parallel_attn\": false", 2 * 128)]
    [InlineData("falcon", "\"multi_query\": false", 2 * 2 * 64 * 3 * 16)]
    [InlineData("mpt", "\"no_bias\": true", -((2 * ((4 * 64) + 256 + 64 + 128)) + 64))]
    [InlineData("mpt", "\"expansion_ratio\": 2", -2 * ((2 * 64 * 128) + 128))]
    [InlineData("mpt", "\"learned_pos_emb\": false", -32 * 64)]
    [InlineData("phi", "\"qk_layernorm\": true", 2 * 2 * 2 * 16)]
    [InlineData("phimoe", "\"attention_bias\": false", -2 * 4 * 64)]
    [InlineData("phimoe", "\"lm_head_bias\": false", -100)]
    [InlineData("gemma", "\"attention_bias\": true", 2 * ((3 * 4 * 256) + 64))]
    [InlineData("qwen3", "\"attention_bias\": true", 2 * ((3 * 4 * 128) + 64))]
    [InlineData("qwen2_moe", "\"qkv_bias\": false", -2 * 3 * 64)]
    [InlineData("qwen2_moe", "\"shared_expert_intermediate_size\": 32", 2 * ((3 * 64 * 32) + 64))]
    [InlineData("granitemoe", "\"attention_bias\": true", 2 * 4 * 64)]
    [InlineData("olmo", "\"attention_bias\": true", 2 * 4 * 64)]
    [InlineData("olmo2", "\"attention_bias\": true", 2 * 4 * 64)]
    [InlineData("olmo2", "\"embedding_size\": 128", 2 * 28 * 64)]
    [InlineData("deepseek_v2", "\"attention_bias\": true", 2 * (8 + 8 + 64))]
    [InlineData("deepseek_v2", "\"n_shared_experts\": 2", 2 * 2 * 3 * 64 * 32)]
    [InlineData("bert", "\"type_vocab_size\": 3", 64)]
    [InlineData("t5", "\"relative_attention_num_buckets\": 16", -2 * 16 * 4)]
    [InlineData("t5", "\"feed_forward_proj\": \"gated-gelu\"", 4 * 64 * 128)]
    [InlineData("t5", "\"num_decoder_layers\": 1", -((8 * 64 * 64) + (2 * 64 * 128) + (3 * 64)))]
    public void Switch_Set_ChangesTheTotalByItsParameters(string architecture, string member, long difference) =>
        Assert.Equal(difference, Small(architecture, ", " + member).Parameters.Total - Small(architecture, "").Parameters.Total);

    [Theory]
    [InlineData("gemma", 256)]
    [InlineData("gemma2", 256)]
    [InlineData("gemma3_text", 256)]
    [InlineData("qwen3", 128)]
    [InlineData("qwen3_moe", 16)]
    [InlineData("llama", 16)]
    public void HeadSize_LeftOut_IsThatOfTheClassOrTheQuotient(string architecture, int expected) =>
        Assert.Equal(expected, Small(architecture, "").HeadSize);

    private static ModelDescription Small(string architecture, string rest) => ModelFile.Config($$"""
        { "model_type": "{{architecture}}", "num_hidden_layers": 2, "num_attention_heads": 4, "hidden_size": 64, "intermediate_size": 128,
          "vocab_size": 100, "max_position_embeddings": 32{{PartsOf(architecture)}}{{rest}} }
        """);

    // Only what the architecture has: a part that is stated and not counted is refused.
    private static string PartsOf(string architecture) => architecture switch
    {
        "deepseek_v2" => Experts + ExpertWidth + """, "kv_lora_rank": 8, "qk_nope_head_dim": 16, "qk_rope_head_dim": 8, "v_head_dim": 16""",
        "qwen2_moe" or "qwen3_moe" => Experts + ExpertWidth,
        "phimoe" or "granitemoe" => Experts,
        _ => "",
    };

    private const string Experts = """, "num_experts": 4, "num_experts_per_tok": 1""";
    private const string ExpertWidth = """, "moe_intermediate_size": 32""";
}
