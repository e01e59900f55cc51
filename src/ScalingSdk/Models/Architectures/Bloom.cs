using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>BLOOM: GPT-2's layers with ALiBi instead of learned positions, and a norm behind the token embedding.</summary>
internal static class Bloom
{
    public static ModelParts Describe(ModelConfig c) => new()
    {
        Hidden = c.Hidden,
        Embeddings = c.Embeddings(),
        Layers = c.Stack(new Layer(
            c.Attention(AttentionBias.All), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: true), 2 * Norm.Layer(c.Hidden))),
        Outside = [OutsidePart.EmbeddingNorm(Norm.Layer(c.Hidden)), OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
        Head = Head.Of(c.Tied(true)),
        ContextLength = c.Context,
    };
}
