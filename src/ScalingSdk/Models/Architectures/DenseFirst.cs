using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Decoders whose first layers have one feed-forward and whose others have experts.</summary>
internal static class DenseFirst
{
    public static ModelParts Decoder(ModelConfig c, Layer sparse, int first)
    {
        Layer? dense = null;
        return Llama.Decoder(c, sparse.Attention!, sparse.FeedForward!, Head.Of(c.Tied(false))) with
        {
            Layers = c.Stack(i => i >= first ? sparse : dense ??= sparse with { FeedForward = new GatedFeedForward(c.Hidden, c.Width) }),
        };
    }
}
