using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Qwen3: LLaMA's parts with a norm on each head's query and key.</summary>
internal static class Qwen3
{
    private const int UsualHeadSize = 128;

    public static ModelParts Describe(ModelConfig c) => Qwen2.WithWindows(c, Llama.Decoder(
        c, Attention(c, UsualHeadSize), new GatedFeedForward(c.Hidden, c.Width), Head.Of(c.Tied(false))));

    public static GroupedQueryAttention Attention(ModelConfig c, int? headSize)
    {
        var attention = c.Attention(c.Flag(ModelKeys.AttentionBias, false) ? AttentionBias.All : AttentionBias.None, headSize);
        return attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) };
    }
}
