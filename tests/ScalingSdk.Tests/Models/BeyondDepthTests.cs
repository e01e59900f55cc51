using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>Lists and counts of layers that reach beyond the model's depth are said, or refused where the class refuses them.</summary>
public sealed class BeyondDepthTests
{
    private const string Routed = """
        "hidden_size": 64, "intermediate_size": 128, "num_attention_heads": 4, "num_key_value_heads": 4, "num_hidden_layers": 4, "vocab_size": 100
        """;

    [Theory]
    [InlineData(""" "model_type": "dots1", "n_routed_experts": 8, "n_shared_experts": 1, "num_experts_per_tok": 2, "moe_intermediate_size": 32, "first_k_dense_replace": 4 """,
        "'n_routed_experts' is '8', but none of the 4 layers has experts: 'first_k_dense_replace' is '4'")]
    [InlineData(""" "model_type": "ernie4_5_moe", "moe_num_experts": 8, "moe_k": 2, "moe_intermediate_size": 32, "moe_layer_start_index": 9 """,
        "'moe_num_experts' is '8', but none of the 4 layers has experts")]
    [InlineData(""" "model_type": "qwen3_moe", "num_experts": 8, "num_experts_per_tok": 2, "moe_intermediate_size": 32, "mlp_only_layers": [0, 4] """,
        "'mlp_only_layers' has layer '4', which has no effect: the layers are 0 to 3")]
    [InlineData(""" "model_type": "lfm2", "full_attn_idxs": [1, 7] """, "'full_attn_idxs' has layer '7', which has no effect: the layers are 0 to 3")]
    public void Layers_BeyondTheLast_AreSaid(string keys, string said) =>
        Assert.Equal(said, Assert.Single(ModelFile.Config($"{{ {Routed}, {keys} }}").Notes));

    [Theory]
    [InlineData(""" "model_type": "dots1", "n_routed_experts": 8, "n_shared_experts": 1, "num_experts_per_tok": 2, "moe_intermediate_size": 32, "first_k_dense_replace": 3 """)]
    [InlineData(""" "model_type": "qwen3_moe", "num_experts": 8, "num_experts_per_tok": 2, "moe_intermediate_size": 32, "mlp_only_layers": [0, 3] """)]
    public void Layers_WithinTheDepth_AreNotSaid(string keys) => Assert.Empty(ModelFile.Config($"{{ {Routed}, {keys} }}").Notes);

    [Theory]
    [InlineData(""" "model_type": "nemotron_h", "hybrid_override_pattern": "M-M" """, "'hybrid_override_pattern' has 3 characters, and 'num_hidden_layers' 4: one is needed for each layer")]
    [InlineData(""" "model_type": "jamba", "attn_layer_offset": 8 """, "'attn_layer_offset' 8 is not below 'attn_layer_period' 8, so that no layer would be meant")]
    public void Layers_ThatTheClassRefuses_AreRefused(string keys, string message) =>
        Assert.Equal(message, Assert.Single(ModelFile.Read($"{{ {Routed}, {keys} }}", ModelOrigin.ConfigFile).Problems).Headline);
}
