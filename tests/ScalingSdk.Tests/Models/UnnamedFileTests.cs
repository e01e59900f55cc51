using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>Files without a 'model_type', and files that describe no model.</summary>
public sealed class UnnamedFileTests
{
    [Fact]
    public void MetaParams_OfLlama4Scout_HaveItsExperts()
    {
        var model = ModelFile.Config("""
            { "dim": 5120, "n_layers": 48, "n_heads": 40, "n_kv_heads": 8, "head_dim": 128, "vocab_size": 202048, "multiple_of": 2048,
              "ffn_dim_multiplier": 1.2, "use_qk_norm": true, "moe_args": { "num_experts": 16, "top_k": 1, "interleave_moe_layer_step": 1 } }
            """);

        Assert.Equal((107_769_861_120, 17_172_894_720), (model.Parameters.Total, model.Parameters.Active));
    }

    [Fact]
    public void MetaParams_WithLayersForImages_CountThemAndSayWhatIsLeftOut()
    {
        var model = ModelFile.Config("""
            { "dim": 4096, "n_layers": 32, "n_heads": 32, "n_kv_heads": 8, "vocab_size": 128256, "ffn_dim_multiplier": 1.3, "multiple_of": 1024,
              "vision_chunk_size": 448, "vision_max_num_chunks": 4, "vision_num_cross_attention_layers": 8 }
            """);

        // Llama 3.2 11B Vision: 9.78B of text.
        Assert.Equal(9_775_192_080, model.Parameters.Total);
        Assert.Contains("the vision encoder is left out", model.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void MetaParams_WhereTyingDecides_NameBothCounts() => Assert.Equal(
        "the file does not say whether the head is tied: 1,235,814,400 parameters if it is, 1,498,482,688 if not; add \"tied_embeddings\", or pass the model's config.json",
        Message("""
            { "dim": 2048, "ffn_dim_multiplier": 1.5, "multiple_of": 256, "n_heads": 32, "n_kv_heads": 8, "n_layers": 16, "vocab_size": 128256 }
            """));

    // Ministral 3 3B: null stands for what a file does not have.
    [Fact]
    public void MistralParams_WithKeysOfOtherModelsAsNull_AreRead() => Assert.Equal(3_429_006_336, ModelFile.Config("""
        { "dim": 3072, "n_layers": 26, "head_dim": 128, "hidden_dim": 9216, "n_heads": 32, "n_kv_heads": 8, "vocab_size": 131072, "tied_embeddings": true,
          "max_position_embeddings": 262144, "q_lora_rank": null, "kv_lora_rank": null, "v_head_dim": null, "yarn": { "factor": 16 } }
        """).Parameters.Total);

    [Fact]
    public void MistralParams_WithAVisionEncoder_SayThatItIsLeftOut() => Assert.Contains("the vision encoder is left out", ModelFile.Config("""
        { "dim": 5120, "n_layers": 40, "head_dim": 128, "hidden_dim": 32768, "n_heads": 32, "n_kv_heads": 8, "vocab_size": 131072,
          "vision_encoder": { "hidden_size": 1024, "num_hidden_layers": 24 } }
        """).Notes[0], StringComparison.Ordinal);

    [Fact]
    public void Config_OfQuantisedWeights_SaysThatTheModelIsCounted() => Assert.Equal(
        "the file's weights are quantised ('awq'): what is counted is the model, not its packed words",
        Assert.Single(ModelFile.Config("""
            { "model_type": "llama", "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4, "vocab_size": 100,
              "quantization_config": { "bits": 4, "quant_method": "awq" } }
            """).Notes));

    [Fact]
    public void MetaParams_KeyThatIsNotKnown_IsRefused() => Assert.Equal(
        "'lora_args' is not a key of Meta's params.json that is counted; pass the model's config.json instead",
        Message("""{ "dim": 4096, "n_layers": 32, "n_heads": 32, "vocab_size": 32000, "multiple_of": 256, "lora_args": { "rank": 16 } }"""));

    [Theory]
    [InlineData("""{ "n_layer": 12, "n_head": 12, "n_embd": 768, "block_size": 1024, "bias": false, "vocab_size": 50304 }""", "gpt2", 124_373_760)]
    [InlineData("""{ "step": 1, "model_config": { "sequence_len": 2048, "vocab_size": 65536, "n_layer": 20, "n_head": 10, "n_kv_head": 10, "n_embd": 1280 } }""", "nanochat", 560_988_160)]
    public void Arguments_OfKnownTrainers_AreCountedAndSaid(string json, string architecture, long expected)
    {
        var model = ModelFile.Config(json);

        Assert.Equal((architecture, expected), (model.Architecture, model.Parameters.Total));
        Assert.Contains("the file names no architecture", model.Notes[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "peft_type": "LORA", "r": 16 }""", "this is an adapter's adapter_config.json")]
    [InlineData("""{ "do_sample": true, "temperature": 0.6 }""", "this is a generation_config.json")]
    [InlineData("""{ "metadata": { }, "weight_map": { } }""", "this is the index of a checkpoint")]
    [InlineData("""{ "metadata": { "total_parameters": 596049920 }, "weight_map": { } }""", "this is the index of a checkpoint of 596,049,920 parameters, ")]
    [InlineData("""{ "medusa_num_heads": 5, "base_model_name_or_path": "lmsys/vicuna-7b-v1.3" }""", "this is a draft model's configuration")]
    [InlineData("""{ "global_step": 100, "log_history": [] }""", "this is a trainer_state.json")]
    [InlineData("""{ "bos_token": "<s>", "eos_token": "</s>" }""", "this is a tokenizer's special_tokens_map.json")]
    [InlineData("""{ "max_seq_length": 512, "do_lower_case": false }""", "this is a part of a Sentence Transformers model")]
    [InlineData("""{ "architectures": ["LlamaForCausalLM"], "hidden_size": 1024 }""", "'model_type' is missing")]
    [InlineData("""{ "dim": 7168, "n_layers": 61, "kv_lora_rank": 512 }""", "'model_type' is missing")]
    [InlineData("""{ "sequence_len": 2048, "n_layer": 24, "n_embd": 1536, "window_pattern": "SSSL" }""", "'window_pattern' is of nanochat from 2026 on")]
    [InlineData("""{ "model_type": "mamba", "dim": 4096, "n_layers": 64, "vocab_size": 32768, "n_groups": 8 }""", "'n_groups' is '8', and 'mamba' is counted without such a part")]
    [InlineData("""{ "model_type": "llava", "text_config": { "model_type": "llama", "_name_or_path": "lmsys/vicuna-7b-v1.5", "vocab_size": 32064 } }""", "'text_config' leaves the sizes to its class; pass the config.json of 'lmsys/vicuna-7b-v1.5'")]
    [InlineData("""{ "tokenizer_class": "LlamaTokenizer" }""", "this is a tokenizer's configuration")]
    [InlineData("""{ "zero_optimization": { "stage": 3 } }""", "this is a DeepSpeed configuration")]
    public void File_ThatDescribesNoModel_IsNamed(string json, string start) => Assert.StartsWith(start, Message(json), StringComparison.Ordinal);

    [Fact]
    public void NonFiniteNumbers_InAConfiguration_AreRead() => Assert.Equal(124_439_808, ModelFile.Config("""
        { "model_type": "gpt2", "n_embd": 768, "n_layer": 12, "n_head": 12, "n_positions": 1024, "vocab_size": 50257,
          "time_step_limit": [0.0, Infinity], "rope_theta": NaN, "x": -Infinity }
        """).Parameters.Total);

    [Theory]
    [InlineData("\"num_local_experts\": 8", "'num_local_experts' is '8', and 'llama' is counted without such a part; name the architecture that has it, or remove the key")]
    [InlineData("\"kv_lora_rank\": 512", "'kv_lora_rank' is '512', and 'llama' is counted without such a part; name the architecture that has it, or remove the key")]
    [InlineData("\"use_qk_norm\": true", "'use_qk_norm' is true, and 'llama' is counted without norms on queries and keys; name the architecture that has them, or remove the key")]
    public void Part_ThatIsNotCounted_IsRefused(string member, string message) => Assert.Equal(message, Message($$"""
        { "model_type": "llama", "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4, "vocab_size": 100, {{member}} }
        """));

    [Theory]
    [InlineData("\"num_local_experts\": 0")]
    [InlineData("\"num_experts\": 1")]
    [InlineData("\"kv_lora_rank\": null")]
    [InlineData("\"use_qk_norm\": false")]
    public void Part_ThatIsStatedAsAbsent_IsNoProblem(string member) => ModelFile.Config($$"""
        { "model_type": "llama", "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4, "vocab_size": 100, {{member}} }
        """);

    [Fact]
    public void TextConfig_OuterTie_IsThatOfTheModel()
    {
        var model = ModelFile.Config("""
            { "model_type": "qwen3_vl", "tie_word_embeddings": false, "vision_config": { "hidden_size": 1152, "depth": 27, "intermediate_size": 4304 },
              "text_config": { "model_type": "qwen3_vl_text", "tie_word_embeddings": true, "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2,
                "num_attention_heads": 4, "vocab_size": 100 } }
            """);

        Assert.False(model.TiedEmbeddings);
        Assert.Equal("the text model alone is counted: 'vision_config' (about 0.41B in its 27 layers) is left out", Assert.Single(model.Notes));
    }

    // Qwen2.5-VL's and Pixtral's towers are gated (0.63B of 0.68B in the first), CLIP's and SigLIP's are not.
    [Theory]
    [InlineData("qwen2_5_vl", "\"depth\": 32, \"hidden_size\": 1280, \"intermediate_size\": 3420, \"hidden_act\": \"silu\"", "0.63B in its 32 layers")]
    [InlineData("qwen2_5_vl", "\"depth\": 32, \"hidden_size\": 1280, \"intermediate_size\": 3420", "0.63B in its 32 layers")]
    [InlineData("mistral3", "\"model_type\": \"pixtral\", \"num_hidden_layers\": 24, \"hidden_size\": 1024, \"intermediate_size\": 4096", "0.4B in its 24 layers")]
    [InlineData("qwen3_vl", "\"depth\": 27, \"hidden_size\": 1152, \"intermediate_size\": 4304", "0.41B in its 27 layers")]
    public void VisionConfig_GatedOrNot_IsSaidWithItsSize(string type, string vision, string says)
    {
        var model = ModelFile.Config($$"""
            { "model_type": "{{type}}", "vision_config": { {{vision}} }, "text_config": { "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2,
                "num_attention_heads": 4, "vocab_size": 100 } }
            """);

        Assert.Contains(says, Assert.Single(model.Notes), StringComparison.Ordinal);
    }

    private static string Message(string json) => Assert.Single(ModelFile.Read(json, ModelOrigin.ConfigFile).Problems).Message;
}
