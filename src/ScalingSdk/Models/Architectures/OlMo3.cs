using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>OLMo 3: OLMo 2 with windows on three of four layers.</summary>
internal static class OlMo3
{
    public static ModelParts Describe(ModelConfig c)
    {
        var model = OlMo2.Describe(c);
        return model with { Layers = Windows.On(c, model.Layers, static i => (i + 1) % 4 != 0, usual: 4096) };
    }
}
