using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>StarCoder and SantaCoder: GPT-2 with one key-value head.</summary>
internal static class GptBigCode
{
    public static ModelParts Describe(ModelConfig c) => new()
    {
        Hidden = c.Hidden,
        Embeddings = c.Embeddings(c.LearnedPositions()),
        Layers = c.Stack(new Layer(
            new GroupedQueryAttention(c.Hidden, c.Heads, c.Flag(ModelKeys.MultiQuery, true) ? 1 : c.Heads, c.HeadSize()) { Bias = AttentionBias.All },
            new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: true),
            2 * Norm.Layer(c.Hidden))),
        Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
        Head = Head.Of(c.Tied(true)),
        ContextLength = c.Context,
    };
}
