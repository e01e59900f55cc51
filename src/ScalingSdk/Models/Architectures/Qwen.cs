using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Qwen (2023): 'intermediate_size' is the width of gate and value together, twice that of each.</summary>
internal static class Qwen
{
    public static ModelParts Describe(ModelConfig c) => Llama.Decoder(
        c, c.Attention(AttentionBias.QueryKeyValue), new GatedFeedForward(c.Hidden, c.Width / 2), Head.Of(c.Tied(false)));
}
