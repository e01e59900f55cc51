using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>T5: an encoder and a decoder that attends to it; relative positions learned once per stack.</summary>
internal static class T5
{
    public static ModelParts Describe(ModelConfig c) => Describe(c, gated: false, tied: true);

    /// <summary>mT5: version 1.1 by default, with three matrices and a head of its own.</summary>
    public static ModelParts DescribeMultilingual(ModelConfig c) => Describe(c, gated: true, tied: false);

    private static ModelParts Describe(ModelConfig c, bool gated, bool tied)
    {
        var norm = Norm.Rms(c.Hidden);
        var attention = new GroupedQueryAttention(c.Hidden, c.Heads, c.Heads, c.HeadSize());
        FeedForward feedForward = IsGated(c, gated)
            ? new GatedFeedForward(c.Hidden, c.Width)
            : new PlainFeedForward(c.Hidden, c.Width, Bias: false);
        var encoder = new Layer(attention, feedForward, 2 * norm) { IsEncoder = true };
        var decoder = new Layer(attention, feedForward, 3 * norm) { CrossAttention = attention with { } };
        var positions = checked((long)c.Fields.IntOr(ModelKeys.RelativeBuckets, 32) * c.Heads);
        return new()
        {
            Kind = ModelFamily.EncoderDecoder,
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = [.. c.Stack(encoder), .. Enumerable.Repeat(decoder, c.Fields.IntOr(ModelKeys.DecoderLayers, c.Layers))],
            Outside =
            [
                new("encoder relative positions", positions), new("encoder final norm", norm),
                new("decoder relative positions", positions), new("decoder final norm", norm),
            ],
            Head = Head.Of(c.Tied(tied)),
            ContextLength = c.Context,
        };
    }

    // "relu" in version 1.0, "gated-gelu" in 1.1.
    private static bool IsGated(ModelConfig c, bool gated) =>
        c.Fields.Text(ModelKeys.FeedForwardKind)?.StartsWith("gated", StringComparison.Ordinal) ?? gated;
}
