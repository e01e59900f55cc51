using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>BERT without the heads of its training, with its pooler: an encoder that ends in vectors.</summary>
internal static class Bert
{
    public static ModelParts Describe(ModelConfig c) => new()
    {
        Kind = ModelFamily.Encoder,
        Embeddings = c.Embeddings(c.LearnedPositions()) with { Types = checked((long)c.Fields.IntOr(ModelKeys.TokenTypes, 2) * c.Hidden) },
        Layers = c.Stack(new Layer(
            c.Attention(AttentionBias.All), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: true), 2 * Norm.Layer(c.Hidden))
        {
            IsEncoder = true,
        }),
        Outside =
        [
            OutsidePart.EmbeddingNorm(Norm.Layer(c.Hidden)),
            new("pooler", checked(((long)c.Hidden * c.Hidden) + c.Hidden)),
        ],
        Head = Head.None,
        ContextLength = c.Context,
    };
}
