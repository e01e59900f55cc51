using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Gemma: LLaMA's parts, heads of 256 whatever the width, a tied head.</summary>
internal static class Gemma
{
    public const int UsualHeadSize = 256;

    public static ModelParts Describe(ModelConfig c) => Describe(c, c.Attention(Bias(c), UsualHeadSize), normsPerLayer: 2);

    public static ModelParts Describe(ModelConfig c, Attention attention, int normsPerLayer) =>
        Llama.Decoder(c, attention, new GatedFeedForward(c.Hidden, c.Width), Head.Of(c.Tied(true)), normsPerLayer);

    public static AttentionBias Bias(ModelConfig c) => c.Flag(ModelKeys.AttentionBias, false) ? AttentionBias.All : AttentionBias.None;
}
