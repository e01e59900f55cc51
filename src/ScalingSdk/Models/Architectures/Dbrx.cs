using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>DBRX: experts of the full width in every layer; its sizes stand in 'attn_config' and 'ffn_config'.</summary>
internal static class Dbrx
{
    public static ModelParts Describe(ModelConfig c)
    {
        var nestedAttention = new NestedNumbers(c.Fields, ModelKeys.AttentionConfig);
        var nestedExperts = new NestedNumbers(c.Fields, ModelKeys.ExpertConfig);
        var attention = new GroupedQueryAttention(c.Hidden, c.Heads, nestedAttention.Of("kv_n_heads") ?? c.KeyValueHeads, c.HeadSize());
        var experts = new RoutedExperts(
            c.Hidden, nestedExperts.Of("moe_num_experts") ?? 4, nestedExperts.Of("moe_top_k") ?? 1, nestedExperts.Of("ffn_hidden_size") ?? 3584);
        return Llama.Decoder(c, attention, experts, Head.Of(c.Tied(false)));
    }
}
