using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Decoders whose first layers have one feed-forward and whose others have experts.</summary>
internal static class DenseFirst
{
    /// <summary>The layers from one on, or those that 'mlp_layer_types' names.</summary>
    public static Func<int, bool> From(ModelConfig c, int first) =>
        LayerKinds.Of(c, ModelKeys.ExpertLayerTypes, c.Layers, "dense", "sparse") is { } kinds ? i => kinds[i] is "sparse" : i => i >= first;

    public static ModelParts Decoder(ModelConfig c, Layer sparse, int first)
    {
        Layer? dense = null;
        var isSparse = From(c, first);
        return Llama.Decoder(c, sparse.Attention!, sparse.FeedForward!, Head.Of(c.Tied(false))) with
        {
            Layers = c.Stack(i => isSparse(i) ? sparse : dense ??= sparse with { FeedForward = new GatedFeedForward(c.Hidden, c.Width) }),
        };
    }
}
