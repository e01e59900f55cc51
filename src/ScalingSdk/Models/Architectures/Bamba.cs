using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Bamba: Mamba 2 in all layers but those that 'attn_layer_indices' names.</summary>
internal static class Bamba
{
    public static ModelParts Describe(ModelConfig c)
    {
        var named = LayerKinds.Indices(c, ModelKeys.AttentionLayers);
        var kinds = LayerKinds.Of(c, ModelKeys.LayerTypes, c.Layers, "attention", "mamba", "full_attention", "linear_attention");
        var state = new Layer(StateSpaces.Of(c, heads: 128, state: 256), new GatedFeedForward(c.Hidden, c.Width, c.Flag(ModelKeys.FeedForwardBias, false)), 2 * Norm.Rms(c.Hidden));
        var soft = state with { Mixer = c.Attention(c.AttentionBias()) };
        return Llama.Decoder(c, soft.Attention!, state.FeedForward!, Head.Of(c.Tied(false))) with
        {
            Layers = c.Stack(i => (kinds is null ? named?.Contains(i) ?? false : kinds[i] is "attention" or "full_attention") ? soft : state),
        };
    }
}
