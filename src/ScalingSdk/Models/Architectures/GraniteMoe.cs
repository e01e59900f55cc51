using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Granite MoE: Mixtral's parts with small experts.</summary>
internal static class GraniteMoe
{
    public static ModelParts Describe(ModelConfig c) => Llama.Decoder(
        c,
        c.Attention(c.Flag(ModelKeys.AttentionBias, false) ? AttentionBias.All : AttentionBias.None),
        c.Experts(c.Width),
        Head.Of(c.Tied(false)));
}
