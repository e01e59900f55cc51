using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Mistral: LLaMA's parts with a sliding window on every layer, where one is given.</summary>
internal static class Mistral
{
    public static ModelParts Describe(ModelConfig c)
    {
        var model = Llama.Decoder(c, c.Attention(), new GatedFeedForward(c.Hidden, MetaWidth.Of(c)), Head.Of(c.Tied(false)));
        return model with { Layers = Windows.On(c, model.Layers, static _ => true) };
    }
}
