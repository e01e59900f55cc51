using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Persimmon: GPT-NeoX's layers with norms on each head's query and key.</summary>
internal static class Persimmon
{
    public static ModelParts Describe(ModelConfig c)
    {
        var attention = c.Attention(AttentionBias.All);
        if (c.Flag(ModelKeys.QueryKeyNorm, true))
            attention = attention with { QueryKeyNorms = 2 * Norm.Layer(attention.HeadSize) };
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = c.Stack(new Layer(attention, new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: true), 2 * Norm.Layer(c.Hidden))),
            Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
            Head = Head.Of(c.Tied(false)),
            ContextLength = c.Context,
        };
    }
}
