using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Gemma 2: norms before and after each part; every second layer, from the first, sees a window.</summary>
internal static class Gemma2
{
    public static ModelParts Describe(ModelConfig c) => Describe(c, normsPerLayer: 4);

    /// <summary>VaultGemma: without the norms behind the parts.</summary>
    public static ModelParts DescribeVault(ModelConfig c) => Describe(c, normsPerLayer: 2);

    private static ModelParts Describe(ModelConfig c, int normsPerLayer)
    {
        var model = Gemma.Describe(c, c.Attention(Gemma.Bias(c), Gemma.UsualHeadSize), normsPerLayer);
        return model with { Layers = Windows.On(c, model.Layers, static i => i % 2 == 0) };
    }
}
