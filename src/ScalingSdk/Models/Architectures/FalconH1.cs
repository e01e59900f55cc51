using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Falcon-H1: attention and Mamba 2 side by side in every layer.</summary>
internal static class FalconH1
{
    public static ModelParts Describe(ModelConfig c)
    {
        var state = StateSpaces.Of(c, heads: 128, state: 256, inner: c.Fields.OptionalInt(ModelKeys.StateWidth) ?? StateSpaces.Expanded(c));
        _ = c.Fields.Has(ModelKeys.StateHeadSize);
        var attention = c.Attention(c.AttentionBias());
        var layer = new Layer(attention, c.GatedFeedForward(), 2 * Norm.Rms(c.Hidden))
        {
            Beside = state with { Norm = c.Flag(ModelKeys.StateNorm, false) },
        };
        return Llama.Decoder(c, attention, layer.FeedForward!, Head.Of(c.Tied(false))) with { Layers = c.Stack(layer) };
    }
}
