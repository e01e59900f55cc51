using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Qwen3-MoE: Qwen3's attention and routed experts, none shared.</summary>
internal static class Qwen3Moe
{
    public static ModelParts Describe(ModelConfig c) => Qwen2Moe.Decoder(c, Qwen3.Attention(c, headSize: null), c.Experts(c.ExpertWidth));
}
