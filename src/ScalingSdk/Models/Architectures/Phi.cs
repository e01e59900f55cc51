using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Phi 1, 1.5 and 2: attention and feed-forward side by side behind one norm; a head of its own, with a bias.</summary>
internal static class Phi
{
    public static ModelParts Describe(ModelConfig c)
    {
        var attention = c.Attention(AttentionBias.All);
        if (c.Flag(ModelKeys.QueryKeyNorm, false))
            attention = attention with { QueryKeyNorms = 2 * Norm.Layer(attention.HeadSize) };
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = c.Stack(new Layer(attention, new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: true), Norm.Layer(c.Hidden))),
            Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
            Head = Head.Of(c.Tied(false), bias: true),
            ContextLength = c.Context,
        };
    }
}
