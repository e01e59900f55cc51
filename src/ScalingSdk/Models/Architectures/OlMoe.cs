using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>OLMoE: OLMo 2's attention with norms over all heads at once, and routed experts.</summary>
internal static class OlMoe
{
    public static ModelParts Describe(ModelConfig c) => Llama.Decoder(c, OlMo2.Attention(c), c.Experts(c.Width), Head.Of(c.Tied(false)));
}
