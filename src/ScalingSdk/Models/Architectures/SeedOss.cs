using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Seed-OSS: LLaMA's parts, attention twice as wide as the model, biases on queries, keys and values.</summary>
internal static class SeedOss
{
    public static ModelParts Describe(ModelConfig c)
    {
        var biases = c.AttentionBias(true, AttentionBias.QueryKeyValue) | (c.Flag(ModelKeys.AttentionOutputBias, false) ? AttentionBias.Output : AttentionBias.None);
        return Llama.Decoder(c, c.Attention(biases, headSize: 128), c.GatedFeedForward(), Head.Of(c.Tied(false)));
    }
}
