using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Granite MoE: Mixtral's parts with small experts.</summary>
internal static class GraniteMoe
{
    public static ModelParts Describe(ModelConfig c) => Llama.Decoder(c, c.Attention(c.AttentionBias()), c.Experts(c.Width), Head.Of(c.Tied(false)));

    /// <summary>With a feed-forward beside the experts that every token passes.</summary>
    public static ModelParts DescribeShared(ModelConfig c) => Llama.Decoder(
        c,
        c.Attention(c.AttentionBias()),
        c.Experts(c.Width) with { SharedWidth = c.Fields.CountOr(ModelKeys.SharedExpertIntermediateSize, 0) },
        Head.Of(c.Tied(false)));
}
