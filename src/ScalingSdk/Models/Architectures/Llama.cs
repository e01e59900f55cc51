using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>LLaMA and what shares its shape: rotary positions, RMSNorm, a gated feed-forward.</summary>
internal static class Llama
{
    public static ModelParts Describe(ModelConfig c) => Describe(c, tied: false);

    /// <summary>The same with the head tied by default (SmolLM3).</summary>
    public static ModelParts DescribeTied(ModelConfig c) => Describe(c, tied: true);

    /// <summary>The same with heads of 128 (Helium).</summary>
    public static ModelParts DescribeHelium(ModelConfig c) => Decoder(
        c, c.Attention(c.AttentionBias(), headSize: 128), c.GatedFeedForward(), Head.Of(c.Tied(false)));

    /// <summary>The same with two matrices and squared ReLU (Arcee's AFM).</summary>
    public static ModelParts DescribeArcee(ModelConfig c) => Decoder(
        c, c.Attention(c.AttentionBias()), new PlainFeedForward(c.Hidden, c.Width, c.Flag(ModelKeys.FeedForwardBias, false)), Head.Of(c.Tied(false)));

    private static ModelParts Describe(ModelConfig c, bool tied) => Decoder(
        c,
        c.Attention(c.Flag(ModelKeys.AttentionBias, false) ? AttentionBias.All : AttentionBias.None),
        new GatedFeedForward(c.Hidden, MetaWidth.Of(c), c.Flag(ModelKeys.FeedForwardBias, false)),
        Head.Of(c.Tied(tied)));

    /// <summary>A decoder of equal layers with RMSNorms around attention and feed-forward, and one at the end.</summary>
    public static ModelParts Decoder(ModelConfig c, Attention attention, FeedForward feedForward, Head head, int normsPerLayer = 2) => new()
    {
        Hidden = c.Hidden,
        Embeddings = c.Embeddings(),
        Layers = c.Stack(new Layer(attention, feedForward, checked(normsPerLayer * Norm.Rms(c.Hidden)))),
        Outside = [OutsidePart.FinalNorm(Norm.Rms(c.Hidden))],
        Head = head,
        ContextLength = c.Context,
    };
}
