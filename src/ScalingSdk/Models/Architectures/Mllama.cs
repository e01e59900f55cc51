using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Llama 3.2 Vision, its text model: LLaMA with layers that attend to the image instead of the text, each behind two learned gates.</summary>
internal static class Mllama
{
    public static ModelParts Describe(ModelConfig c)
    {
        var attention = c.Attention();
        var layer = new Layer(attention, new GatedFeedForward(c.Hidden, c.Width), 2 * Norm.Rms(c.Hidden));
        var image = attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) };
        var cross = layer with { Mixer = image, Norms = checked(layer.Norms + 2) };
        var crossed = LayerKinds.Indices(c, ModelKeys.CrossAttentionLayers) ?? [3, 8, 13, 18, 23, 28, 33, 38];
        return Llama.Decoder(c, attention, layer.FeedForward!, Head.Of(c.Tied(false))) with
        {
            // Eight rows more than the head: tokens that are read and never written.
            Embeddings = c.Embeddings() with { Further = 8L * c.Hidden },
            Layers = c.Stack(i => crossed.Contains(i) ? cross : layer),
        };
    }
}
