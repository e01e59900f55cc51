using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Mixtral: Mistral's attention, every feed-forward an expert of the full width.</summary>
internal static class Mixtral
{
    public static ModelParts Describe(ModelConfig c)
    {
        var model = Llama.Decoder(c, c.Attention(), c.Experts(c.Width), Head.Of(c.Tied(false)));
        return model with { Layers = Windows.On(c, model.Layers, static _ => true) };
    }
}
