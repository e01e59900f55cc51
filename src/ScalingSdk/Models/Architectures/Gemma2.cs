using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Gemma 2: norms before and after each part; every second layer, from the first, sees a window.</summary>
internal static class Gemma2
{
    public static ModelParts Describe(ModelConfig c)
    {
        var model = Gemma.Describe(c, c.Attention(Gemma.Bias(c), Gemma.UsualHeadSize), normsPerLayer: 4);
        return model with { Layers = Windows.On(c, (Layer[])model.Layers, static i => i % 2 == 0) };
    }
}
