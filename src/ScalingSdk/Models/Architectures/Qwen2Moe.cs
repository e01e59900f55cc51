using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Qwen1.5-MoE and Qwen2-MoE: routed experts and a shared one behind a gate.</summary>
internal static class Qwen2Moe
{
    public static ModelParts Describe(ModelConfig c)
    {
        var experts = c.Experts(c.ExpertWidth) with { SharedWidth = c.Fields.CountOr(ModelKeys.SharedExpertIntermediateSize, 0) };
        var bias = c.Flag(ModelKeys.QueryKeyValueBias, true) ? AttentionBias.QueryKeyValue : AttentionBias.None;
        return Decoder(c, c.Attention(bias), experts with { SharedGate = experts.SharedWidth > 0 });
    }

    /// <summary>A decoder whose layers have experts or, where the pattern says so, one feed-forward.</summary>
    public static ModelParts Decoder(ModelConfig c, Attention attention, RoutedExperts experts)
    {
        var isSparse = SparseLayers.Of(c);
        var sparse = new Layer(attention, experts, 2 * Norm.Rms(c.Hidden));
        Layer? dense = null;
        var model = Llama.Decoder(c, attention, experts, Head.Of(c.Tied(false)));
        return Qwen2.WithWindows(c, model with
        {
            Layers = c.Stack(i => isSparse(i) ? sparse : dense ??= sparse with { FeedForward = new GatedFeedForward(c.Hidden, c.Width) }),
        });
    }
}
