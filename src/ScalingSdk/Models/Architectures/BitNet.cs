using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>BitNet b1.58: LLaMA's parts with a norm more inside attention and feed-forward. Files hold four weights in a byte.</summary>
internal static class BitNet
{
    public static ModelParts Describe(ModelConfig c)
    {
        var attention = c.Attention(c.AttentionBias());
        return Llama.Decoder(c, attention, new GatedFeedForward(c.Hidden, c.Width), Head.Of(c.Tied(true))) with
        {
            Layers = c.Stack(new Layer(attention, new GatedFeedForward(c.Hidden, c.Width), checked((3L * c.Hidden) + c.Width))),
        };
    }
}
