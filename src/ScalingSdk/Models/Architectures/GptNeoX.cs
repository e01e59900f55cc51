using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>GPT-NeoX and Pythia: GPT-2's layers with rotary positions and a head of its own.</summary>
internal static class GptNeoX
{
    public static ModelParts Describe(ModelConfig c)
    {
        var bias = c.Flag(ModelKeys.AttentionBias, true) ? AttentionBias.All : AttentionBias.None;
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = c.Stack(new Layer(c.Attention(bias), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: true), 2 * Norm.Layer(c.Hidden))),
            Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
            Head = Head.Of(c.Tied(false)),
            ContextLength = c.Context,
        };
    }
}
