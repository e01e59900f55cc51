using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>GLM-4: LLaMA's parts with few key-value heads, heads of 128, and in the files biases on queries, keys and values.</summary>
internal static class Glm
{
    private const int UsualHeadSize = 128;

    public static ModelParts Describe(ModelConfig c) => Describe(c, normsPerLayer: 2);

    /// <summary>GLM-4-0414: two more norms, behind attention and feed-forward.</summary>
    public static ModelParts Describe0414(ModelConfig c) => Describe(c, normsPerLayer: 4);

    private static ModelParts Describe(ModelConfig c, int normsPerLayer) => Llama.Decoder(
        c, c.Attention(c.AttentionBias(biases: AttentionBias.QueryKeyValue), UsualHeadSize), c.GatedFeedForward(), Head.Of(c.Tied(false)), normsPerLayer);
}
