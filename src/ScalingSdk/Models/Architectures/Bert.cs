using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>BERT without the heads of its training, with its pooler: an encoder that ends in vectors.</summary>
internal static class Bert
{
    /// <summary>DistilBERT: no token types, no pooler.</summary>
    public static ModelParts DescribeDistilled(ModelConfig c) => Describe(c, types: 0, [OutsidePart.EmbeddingNorm(Norm.Layer(c.Hidden))]);

    public static ModelParts Describe(ModelConfig c) => Describe(
        c,
        checked((long)c.Fields.IntOr(ModelKeys.TokenTypes, 2) * c.Hidden),
        [OutsidePart.EmbeddingNorm(Norm.Layer(c.Hidden)), new(OutsidePart.Pooler, checked(((long)c.Hidden * c.Hidden) + c.Hidden))]);

    private static ModelParts Describe(ModelConfig c, long types, OutsidePart[] outside) => new()
    {
        Kind = ModelFamily.Encoder,
        Hidden = c.Hidden,
        Embeddings = c.Embeddings(c.LearnedPositions()) with { Types = types },
        Layers = c.Stack(new Layer(
            c.Attention(AttentionBias.All), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: true), 2 * Norm.Layer(c.Hidden))
        {
            IsEncoder = true,
        }),
        Outside = outside,
        Head = Head.None,
        ContextLength = c.Context,
    };
}
