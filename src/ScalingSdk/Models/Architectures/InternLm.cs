using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>InternLM: LLaMA's parts with biases on the attention.</summary>
internal static class InternLm
{
    public static ModelParts Describe(ModelConfig c) => Llama.Decoder(
        c,
        c.Attention(c.Flag(ModelKeys.Bias, true) ? AttentionBias.All : AttentionBias.None),
        new GatedFeedForward(c.Hidden, c.Width),
        Head.Of(c.Tied(false)));
}
