using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>T5: an encoder and a decoder that attends to it; relative positions learned once per stack.</summary>
internal static class T5
{
    public static ModelParts Describe(ModelConfig c)
    {
        var norm = Norm.Rms(c.Hidden);
        var attention = new GroupedQueryAttention(c.Hidden, c.Heads, c.Heads, c.HeadSize());
        FeedForward feedForward = IsGated(c)
            ? new GatedFeedForward(c.Hidden, c.Width)
            : new PlainFeedForward(c.Hidden, c.Width, Bias: false);
        var encoder = new Layer(attention, feedForward, 2 * norm) { IsEncoder = true };
        var decoder = new Layer(attention, feedForward, 3 * norm) { CrossAttention = attention };
        var positions = checked((long)c.Fields.IntOr(ModelKeys.RelativeBuckets, 32) * c.Heads);
        return new()
        {
            Kind = ModelFamily.EncoderDecoder,
            Embeddings = c.Embeddings(),
            Layers = [.. c.Stack(encoder), .. Enumerable.Repeat(decoder, c.Fields.IntOr(ModelKeys.DecoderLayers, c.Layers))],
            Outside =
            [
                new("encoder relative positions", positions), new("encoder final norm", norm),
                new("decoder relative positions", positions), new("decoder final norm", norm),
            ],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }

    // "relu" in version 1.0, "gated-gelu" in 1.1.
    private static bool IsGated(ModelConfig c) =>
        c.Fields.Text(ModelKeys.FeedForwardKind)?.StartsWith("gated", StringComparison.Ordinal) ?? false;
}
