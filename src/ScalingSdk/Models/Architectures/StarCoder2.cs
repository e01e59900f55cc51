using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>StarCoder 2: two matrices and biases as GPT-2, rotary positions, few key-value heads, windows.</summary>
internal static class StarCoder2
{
    public static ModelParts Describe(ModelConfig c)
    {
        var bias = c.Flag(ModelKeys.Bias, true);
        var layer = new Layer(
            c.Attention(bias ? AttentionBias.All : AttentionBias.None), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, bias), 2 * Norm.Layer(c.Hidden));
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = Windows.On(c, c.Stack(layer), static _ => true),
            Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }
}
