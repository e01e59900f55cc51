using ScalingSdk.Models;
using ScalingSdk.Models.Flops;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>What real configuration files do that a reader stumbles over.</summary>
public sealed class ConfigTrapTests
{
    [Theory]
    [InlineData("n_embed", "n_layer", "num_attention_heads", "seq_length")]
    [InlineData("n_embd", "n_layers", "n_head", "n_positions")]
    [InlineData("d_model", "num_layers", "n_heads", "max_sequence_length")]
    [InlineData("dim", "n_layer", "num_heads", "max_seq_len")]
    [InlineData("hidden_size", "num_hidden_layers", "attention_heads", "n_ctx")]
    [InlineData("hidden_size", "layers", "attention_heads", "block_size")]
    public void Aliases_AnyOfThem_AreTheSameSize(string hidden, string layers, string heads, string context)
    {
        var model = ModelFile.Config($$"""
            { "model_type": "gpt2", "{{hidden}}": 768, "{{layers}}": 12, "{{heads}}": 12, "{{context}}": 1024, "vocab_size": 50257 }
            """);

        Assert.Equal((124_439_808, 1024), (model.Parameters.Total, model.ContextLength));
    }

    [Theory, InlineData("intermediate_size"), InlineData("n_inner"), InlineData("ffn_dim"), InlineData("d_ff"), InlineData("inter_dim"), InlineData("hidden_dim")]
    public void Aliases_OfTheInnerWidth_AreTheSameSize(string width) =>
        Assert.Equal(6_738_415_616, Llama($"\"{width}\": 11008").Parameters.Total);

    [Fact]
    public void BothNames_Agreeing_AreOneSize()
    {
        var model = ModelFile.Config("""
            { "model_type": "falcon", "n_layer": 60, "num_hidden_layers": 60, "n_head": 128, "num_attention_heads": 128, "hidden_size": 8192,
              "multi_query": true, "new_decoder_architecture": true, "num_kv_heads": 8, "vocab_size": 65024 }
            """);

        Assert.Equal(41_303_293_952, model.Parameters.Total);
    }

    [Fact]
    public void KeyValueHeads_Absent_AreTheQueryHeads() =>
        Assert.Equal(32, Llama("\"intermediate_size\": 11008").KeyValueHeads);

    [Theory]
    [InlineData("\"multi_query\": true, \"new_decoder_architecture\": false", 1)]
    [InlineData("\"multi_query\": false", 8)]
    [InlineData("\"multi_query\": true, \"new_decoder_architecture\": true, \"num_kv_heads\": 2", 2)]
    [InlineData("\"multi_query\": true, \"num_kv_heads\": 2", 1)]
    public void Falcon_KeyValueHeads_FollowTheDecoder(string flags, int expected) =>
        Assert.Equal(expected, ModelFile.Config($$"""
            { "model_type": "falcon", "num_hidden_layers": 2, "num_attention_heads": 8, "hidden_size": 64, "vocab_size": 100, {{flags}} }
            """).KeyValueHeads);

    [Fact]
    public void HeadSize_Explicit_IsNotTheQuotient()
    {
        var model = Reconstructed.Model("gemma-7b");

        Assert.Equal((16, 256, 3072, 8_537_680_896), (model.AttentionHeads, model.HeadSize, model.HiddenSize, model.Parameters.Total));
    }

    [Theory, InlineData(""), InlineData(", \"n_inner\": null")]
    public void InnerWidth_AbsentOrNull_IsFourfold(string width) =>
        Assert.Equal(3072, ModelFile.Config($$"""
            { "model_type": "gpt2", "n_embd": 768, "n_layer": 12, "n_head": 12, "n_positions": 1024, "vocab_size": 50257{{width}} }
            """).IntermediateSize);

    [Fact]
    public void Qwen1_InnerWidth_IsHalfOfTheFile()
    {
        // Qwen-72B: 72,287,920,128 parameters on its card.
        var model = ModelFile.Config("""
            { "model_type": "qwen", "hidden_size": 8192, "intermediate_size": 49152, "num_hidden_layers": 80, "num_attention_heads": 64,
              "kv_channels": 128, "no_bias": true, "tie_word_embeddings": false, "vocab_size": 152064 }
            """);

        Assert.Equal((24576, 72_287_920_128), (model.IntermediateSize, model.Parameters.Total));
    }

    [Fact]
    public void OlmoYaml_InnerWidthAndVocabulary_AreDoubledAndPadded()
    {
        var model = ModelFile.Config("""
            { "model_type": "olmo2", "d_model": 4096, "n_layers": 32, "n_heads": 32, "mlp_hidden_size": 22016, "vocab_size": 100278,
              "embedding_size": 100352, "weight_tying": false, "max_sequence_length": 4096 }
            """);

        Assert.Equal((11008, 7_298_617_344), (model.IntermediateSize, model.Parameters.Total));
    }

    [Theory]
    [InlineData("gpt2", true), InlineData("opt", true), InlineData("bloom", true), InlineData("falcon", true), InlineData("mpt", true)]
    [InlineData("gpt_neo", true), InlineData("openai-gpt", true), InlineData("gemma", true), InlineData("gemma2", true)]
    [InlineData("gemma3_text", true), InlineData("t5", true), InlineData("smollm3", true)]
    [InlineData("llama", false), InlineData("mistral", false), InlineData("qwen2", false), InlineData("qwen3", false)]
    [InlineData("gpt_neox", false), InlineData("gptj", false), InlineData("phi", false), InlineData("phi3", false)]
    [InlineData("olmo", false), InlineData("olmo2", false)]
    public void TiedEmbeddings_Absent_AreThoseOfTheClass(string architecture, bool tied)
    {
        var model = Small(architecture);

        Assert.Equal(tied, model.TiedEmbeddings);
        Assert.Equal(tied ? 64 * 100 : 0, model.Parameters.Stored - model.Parameters.Total);
    }

    [Fact]
    public void Opt_Positions_AreTwoMoreThanTheContext() =>
        Assert.Equal((2048 + 2) * 768, Component(Reconstructed.Model("opt-125m"), "position embedding"));

    [Fact]
    public void Opt350M_NarrowTokensAndPostNorm_AreProjectedAndUnnormed()
    {
        // 331,196,416: the Hub's number.
        var model = ModelFile.Config("""
            { "model_type": "opt", "hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16, "ffn_dim": 4096, "vocab_size": 50272,
              "max_position_embeddings": 2048, "word_embed_proj_dim": 512, "do_layer_norm_before": false }
            """);

        Assert.Equal(331_196_416, model.Parameters.Total);
        Assert.Equal(2 * 512 * 1024, Component(model, "embedding projections"));
    }

    [Theory]
    [InlineData("\"attn_config\": { \"alibi\": true }", 6_649_286_656)]
    [InlineData("\"attn_config\": { \"alibi\": false }", 6_649_286_656 + (2048 * 4096))]
    public void Mpt_LearnedPositions_AreIgnoredUnderAlibi(string attention, long expected) =>
        Assert.Equal(expected, ModelFile.Config($$"""
            { "model_type": "mpt", "d_model": 4096, "n_layers": 32, "n_heads": 32, "expansion_ratio": 4, "max_seq_len": 2048, "no_bias": true,
              "learned_pos_emb": true, "vocab_size": 50432, {{attention}} }
            """).Parameters.Total);

    [Theory, InlineData("num_local_experts"), InlineData("num_experts"), InlineData("n_routed_experts")]
    public void Experts_AnyName_AreExperts(string name)
    {
        var model = ModelFile.Config($$"""
            { "model_type": "mixtral", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32, "num_attention_heads": 32,
              "num_key_value_heads": 8, "{{name}}": 8, "num_experts_per_tok": 2, "vocab_size": 32000, "sliding_window": null }
            """);

        Assert.Equal((8, 2, 46_702_792_704, 12_879_925_248), (model.Experts, model.ActiveExperts, model.Parameters.Total, model.Parameters.Active));
    }

    [Fact]
    public void Qwen2Moe_SharedExpert_HasAGateRow()
    {
        // Qwen1.5-MoE-A2.7B: 14.3B, 2.7B active.
        var model = ModelFile.Config("""
            { "model_type": "qwen2_moe", "hidden_size": 2048, "intermediate_size": 5632, "moe_intermediate_size": 1408, "num_hidden_layers": 24,
              "num_attention_heads": 16, "num_key_value_heads": 16, "num_experts": 60, "num_experts_per_tok": 4,
              "shared_expert_intermediate_size": 5632, "vocab_size": 151936 }
            """);

        Assert.Equal(14_315_784_192, model.Parameters.Total);
        Assert.Equal(2.689e9, model.Parameters.Active, 5e5);
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData(", \"decoder_sparse_step\": 2", 2)]
    [InlineData(", \"mlp_only_layers\": [0, 3]", 2)]
    [InlineData(", \"decoder_sparse_step\": 2, \"mlp_only_layers\": [3]", 1)]
    public void QwenMoe_SparsePattern_LeavesLayersDense(string pattern, int routed) =>
        Assert.Equal(routed, ModelFile.Config($$"""
            { "model_type": "qwen3_moe", "hidden_size": 64, "intermediate_size": 128, "moe_intermediate_size": 32, "num_hidden_layers": 4, "head_dim": 16,
              "num_attention_heads": 4, "num_experts": 8, "num_experts_per_tok": 2, "vocab_size": 100{{pattern}} }
            """).Components.Count(static c => c.Name is "experts"));

    [Theory]
    [InlineData("\"first_k_dense_replace\": 1", 5)]
    [InlineData("\"first_k_dense_replace\": 1, \"moe_layer_freq\": 2", 2)]
    [InlineData("\"n_dense_layers\": 3", 3)]
    public void DeepSeek_DenseLayers_ComeFirst(string pattern, int routed) =>
        Assert.Equal(routed, DeepSeekSmall(pattern).Components.Count(static c => c.Name is "experts"));

    [Fact]
    public void DeepSeekV2Lite_NoQueryRank_HasAFullProjection()
    {
        // 15,706,484,224 on the Hub; active 2.661B with the input embedding, 2.451B without: the card prints 2.4B.
        var model = ModelFile.Config("""
            { "model_type": "deepseek_v2", "hidden_size": 2048, "intermediate_size": 10944, "moe_intermediate_size": 1408, "num_hidden_layers": 27,
              "num_attention_heads": 16, "num_key_value_heads": 16, "n_routed_experts": 64, "n_shared_experts": 2, "num_experts_per_tok": 6,
              "first_k_dense_replace": 1, "moe_layer_freq": 1, "q_lora_rank": null, "kv_lora_rank": 512, "qk_nope_head_dim": 128,
              "qk_rope_head_dim": 64, "v_head_dim": 128, "vocab_size": 102400 }
            """);

        Assert.Equal(15_706_484_224, model.Parameters.Total);
        Assert.Equal(2.661e9, model.Parameters.Active, 1e6);
    }

    [Fact]
    public void DeepSeekV3_PredictionModule_IsOutsideTheTotal()
    {
        var model = Reconstructed.Model("deepseek-v3");

        Assert.Equal(671_026_419_200, model.Parameters.Total);
        Assert.Equal(11.61e9, model.MultiTokenPredictionParameters, 5e6);
    }

    [Fact]
    public void ConfigFile_QuantizedAndRenamedKeys_ChangeNoCount() =>
        Assert.Equal(6_738_415_616, Llama("""
            "intermediate_size": 11008, "quantization_config": { "bits": 8 }, "dtype": "bfloat16", "rope_theta": 1000000000.0, "eos_token_id": [1, 2]
            """).Parameters.Total);

    [Fact]
    public void TextConfig_OfAGemma3Checkpoint_IsCountedWithWhatItLeavesOut()
    {
        var model = ModelFile.Config("""
            { "model_type": "gemma3", "architectures": ["Gemma3ForConditionalGeneration"], "vision_config": { "hidden_size": 1152 },
              "text_config": { "model_type": "gemma3_text", "hidden_size": 2560, "intermediate_size": 10240, "num_hidden_layers": 34, "sliding_window": 1024 } }
            """);

        // The text model has 64 more rows than the tokenizer: 3,880,099,328 + 64 x 2560.
        Assert.Equal(("gemma3_text", 3_880_263_168), (model.Architecture, model.Parameters.Total));
    }

    [Theory]
    [InlineData(4096, 32, 32, "\"multiple_of\": 256, \"vocab_size\": 32000", 11008)]
    [InlineData(8192, 80, 64, "\"multiple_of\": 4096, \"ffn_dim_multiplier\": 1.3, \"n_kv_heads\": 8, \"vocab_size\": 32000", 28672)]
    [InlineData(4096, 32, 32, "\"multiple_of\": 1024, \"ffn_dim_multiplier\": 1.3, \"n_kv_heads\": 8, \"vocab_size\": 128256", 14336)]
    public void MetaParams_InnerWidth_IsRoundedUp(int dim, int layers, int heads, string rest, int expected)
    {
        var model = ModelFile.Config(FormattableString.Invariant($$"""{ "dim": {{dim}}, "n_layers": {{layers}}, "n_heads": {{heads}}, "norm_eps": 1e-5, {{rest}} }"""));

        Assert.Equal(("llama", expected), (model.Architecture, model.IntermediateSize));
    }

    [Fact]
    public void MetaParams_VocabularyOfMinusOne_IsRefused()
    {
        var reading = ModelFile.Read("""{ "dim": 4096, "n_layers": 32, "n_heads": 32, "multiple_of": 256, "vocab_size": -1 }""", ModelOrigin.ConfigFile);

        Assert.Equal(
            "'vocab_size' is '-1', which leaves it to the tokenizer; write the rows of the token embedding",
            Assert.Single(reading.Problems).Message);
    }

    [Fact]
    public void NanoGpt_WithoutBias_IsItsCheckpoint() =>
        Assert.Equal(124_337_664, ModelFile.Spec("""
            { "architecture": "gpt2", "n_layer": 12, "n_head": 12, "n_embd": 768, "block_size": 1024, "bias": false, "vocab_size": 50257 }
            """).Parameters.Total);

    [Fact]
    public void Gemma2_Windows_AreOnEverySecondLayer()
    {
        var local = FlopsPerToken.Exact(Gemma2("\"sliding_window\": 8"), 64, AttentionMask.Full);
        var global = FlopsPerToken.Exact(Gemma2("\"head_dim\": 16"), 64, AttentionMask.Full);

        Assert.Equal(2 * 12 * 64 * (64 - 8), global - local);
    }

    [Fact]
    public void Qwen2_Windows_AreOffUnlessSwitchedOn()
    {
        const string Sizes = "\"model_type\": \"qwen2\", \"num_hidden_layers\": 4, \"num_attention_heads\": 4, \"hidden_size\": 64, \"intermediate_size\": 128, \"vocab_size\": 100";
        var off = ModelFile.Config($$"""{ {{Sizes}}, "sliding_window": 8, "use_sliding_window": false, "max_window_layers": 2 }""");
        var on = ModelFile.Config($$"""{ {{Sizes}}, "sliding_window": 8, "use_sliding_window": true, "max_window_layers": 2 }""");

        Assert.Equal(
            2 * 12 * 64 * (64 - 8),
            FlopsPerToken.Exact(off, 64, AttentionMask.Full) - FlopsPerToken.Exact(on, 64, AttentionMask.Full));
    }

    [Fact]
    public void LayerTypes_OfAnEntryThatCannotBeCounted_AreRefused()
    {
        var reading = ModelFile.Read("""
            { "model_type": "mistral", "num_hidden_layers": 2, "num_attention_heads": 4, "hidden_size": 64, "intermediate_size": 128, "vocab_size": 100,
              "sliding_window": 8, "layer_types": ["full_attention", "linear_attention"] }
            """, ModelOrigin.ConfigFile);

        Assert.Equal(
            "'layer_types' has the text 'linear_attention'; layers are counted as 'full_attention' or 'sliding_attention'",
            Assert.Single(reading.Problems).Message);
    }

    // What the classes themselves refuse.
    [Theory]
    [InlineData("\"model_type\": \"falcon_h1\", \"intermediate_size\": 128, \"mamba_d_ssm\": 96, \"mamba_n_heads\": 4, \"mamba_d_head\": 20",
        "4 heads of 'mamba_d_head' 20 are 80 wide, and the layer is 96; change one of them")]
    [InlineData("\"model_type\": \"qwen3_5\", \"intermediate_size\": 128, \"linear_num_key_heads\": 4, \"linear_num_value_heads\": 6",
        "6 heads of values are not a multiple of the 4 heads of keys; change 'linear_num_value_heads' or 'linear_num_key_heads'")]
    public void Heads_ThatDoNotFit_AreRefused(string sizes, string message) => Assert.Equal(message, Assert.Single(ModelFile.Read(
        $$"""{ {{sizes}}, "num_hidden_layers": 4, "num_attention_heads": 4, "head_dim": 16, "hidden_size": 64, "vocab_size": 100 }""", ModelOrigin.ConfigFile).Problems).Message);

    private static long Component(ModelDescription model, string name) =>
        model.Components.Single(c => string.Equals(c.Name, name, StringComparison.Ordinal)).Count;

    private static ModelDescription Llama(string rest) => ModelFile.Config($$"""
        { "model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32, "vocab_size": 32000, {{rest}} }
        """);

    private static ModelDescription Small(string architecture) => ModelFile.Config($$"""
        { "model_type": "{{architecture}}", "num_hidden_layers": 2, "num_attention_heads": 4, "hidden_size": 64, "intermediate_size": 128,
          "vocab_size": 100, "max_position_embeddings": 32 }
        """);

    private static ModelDescription Gemma2(string rest) => ModelFile.Config($$"""
        { "model_type": "gemma2", "num_hidden_layers": 4, "num_attention_heads": 4, "hidden_size": 64, "head_size": 16, "intermediate_size": 128,
          "vocab_size": 100, {{rest}} }
        """);

    private static ModelDescription DeepSeekSmall(string pattern) => ModelFile.Config($$"""
        { "model_type": "deepseek_v3", "hidden_size": 64, "intermediate_size": 128, "moe_intermediate_size": 32, "num_hidden_layers": 6,
          "num_attention_heads": 4, "n_routed_experts": 8, "n_shared_experts": 1, "num_experts_per_tok": 2, "q_lora_rank": 16,
          "kv_lora_rank": 8, "qk_nope_head_dim": 16, "qk_rope_head_dim": 8, "v_head_dim": 16, "vocab_size": 100, {{pattern}} }
        """);
}
