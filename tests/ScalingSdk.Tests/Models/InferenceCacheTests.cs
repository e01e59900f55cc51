using ScalingSdk.Models;

namespace ScalingSdk.Tests.Models;

public sealed class InferenceCacheTests
{
    // Llama 3 8B: 128 KiB a token. DeepSeek-V3: 70,272 bytes (its paper, sec. 2.1.1: the latent vector and the shared key).
    [Theory]
    [InlineData("llama-3-8b", 65_536)]
    [InlineData("deepseek-v3", 61 * 576)]
    [InlineData("mixtral-8x7b", 32 * 2 * 8 * 128)]
    public void ElementsPerToken_PublishedModels_AreKeysAndValuesOrTheLatentVector(string name, long expected) =>
        Assert.Equal(expected, InferenceCache.ElementsPerToken(Reconstructed.Model(name)));

    [Fact]
    public void ElementsOfSequence_AWindow_EndsWhatALayerKeeps()
    {
        var model = ModelFile.Config("""
            { "model_type": "gpt_oss", "hidden_size": 64, "num_hidden_layers": 4, "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 16,
              "intermediate_size": 32, "num_local_experts": 4, "num_experts_per_tok": 2, "vocab_size": 100, "sliding_window": 128 }
            """);

        // Two of four layers see everything: 2 x 2 x 16 elements of each token.
        Assert.Equal((2 * 64 * 1_000) + (2 * 64 * 128), InferenceCache.ElementsOfSequence(model, 1_000));
        Assert.Equal(4 * 64, InferenceCache.ElementsPerToken(model));
    }

    [Fact]
    public void ElementsOfSequence_AStateSpace_IsAsLargeForAnyLength()
    {
        var model = ModelFile.Config("""{ "model_type": "mamba", "hidden_size": 768, "num_hidden_layers": 24, "vocab_size": 50280 }""");

        Assert.Equal(24 * 1_536 * (16 + 4), InferenceCache.ElementsOfSequence(model, 1));
        Assert.Equal(InferenceCache.ElementsOfSequence(model, 1), InferenceCache.ElementsOfSequence(model, 131_072));
        Assert.Equal(0, InferenceCache.ElementsPerToken(model));
    }

    [Fact]
    public void ElementsOfSequence_ChosenKeys_AreKeptAll()
    {
        var model = ModelFile.Config("""
            { "model_type": "deepseek_v32", "hidden_size": 64, "intermediate_size": 128, "moe_intermediate_size": 32, "num_hidden_layers": 2,
              "num_attention_heads": 4, "n_routed_experts": 8, "n_shared_experts": 1, "num_experts_per_tok": 2, "q_lora_rank": 16, "kv_lora_rank": 8,
              "qk_nope_head_dim": 16, "qk_rope_head_dim": 8, "v_head_dim": 16, "vocab_size": 100, "index_n_heads": 4, "index_head_dim": 16, "index_topk": 32 }
            """);

        Assert.Equal(2 * (8 + 8 + 16) * 1_000, InferenceCache.ElementsOfSequence(model, 1_000));
    }
}
