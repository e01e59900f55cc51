using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Grok-1: eight experts, four norms in a layer, a tied head.</summary>
internal static class Grok1
{
    public static ModelParts Describe(ModelConfig c) =>
        Llama.Decoder(c, c.Attention(), c.Experts(c.Width), Head.Of(c.Tied(true)), normsPerLayer: 4);
}
