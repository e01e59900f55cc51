using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>GLM-4.5 to 4.7: routed and shared experts with a correction of the router behind a few dense layers.</summary>
internal static class Glm4Moe
{
    public static ModelParts Describe(ModelConfig c)
    {
        var attention = c.Attention(c.AttentionBias(biases: AttentionBias.QueryKeyValue));
        if (c.Flag(ModelKeys.QueryKeyNorm, false))
            attention = attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) };
        return Decoder(c, attention, usualFirst: 1, usualShared: 1);
    }

    /// <summary>dots.llm1: the same experts, norms on each head's query and key.</summary>
    public static ModelParts DescribeDots(ModelConfig c)
    {
        var attention = c.Attention(c.AttentionBias());
        return Decoder(c, attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) }, usualFirst: 0, usualShared: 0);
    }

    private static ModelParts Decoder(ModelConfig c, Attention attention, int usualFirst, int usualShared)
    {
        var experts = c.Experts(c.ExpertWidth) with
        {
            SharedWidth = checked((long)c.Fields.CountOr(ModelKeys.SharedExperts, usualShared) * c.ExpertWidth),
            CorrectionBias = true,
        };
        var sparse = new Layer(attention, experts, 2 * Norm.Rms(c.Hidden));
        return DeepSeek.WithPrediction(c, sparse, DenseFirst.Decoder(c, sparse, c.Fields.CountOr(ModelKeys.FirstDenseLayers, usualFirst)));
    }
}
