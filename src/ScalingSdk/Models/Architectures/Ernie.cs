using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>ERNIE 4.5: LLaMA's parts; in the larger ones routed and shared experts on the layers from 'moe_layer_start_index' on.</summary>
internal static class Ernie
{
    public static ModelParts Describe(ModelConfig c)
    {
        var bias = c.Flag(ModelKeys.Bias, false);
        return Llama.Decoder(
            c, c.Attention(bias ? AttentionBias.All : AttentionBias.None, headSize: 128), new GatedFeedForward(c.Hidden, c.Width, bias), Head.Of(c.Tied(true)));
    }

    public static ModelParts DescribeRouted(ModelConfig c)
    {
        var bias = c.Flag(ModelKeys.Bias, false);
        var experts = c.Experts(c.ExpertWidth) with
        {
            SharedWidth = checked((long)c.Fields.CountOr(ModelKeys.SharedExperts, 0) * c.ExpertWidth),
            CorrectionBias = true,
        };
        var sparse = new Layer(c.Attention(bias ? AttentionBias.All : AttentionBias.None), experts, 2 * Norm.Rms(c.Hidden));
        var dense = sparse with { FeedForward = new GatedFeedForward(c.Hidden, c.Width, bias) };
        var (first, last) = (c.Fields.CountOr(ModelKeys.FirstExpertLayer, 1), LastRouted(c));
        var every = c.Fields.IntOr(ModelKeys.ExpertLayerFrequency, 1);
        return Llama.Decoder(c, sparse.Attention!, experts, Head.Of(c.Tied(true))) with
        {
            Layers = c.Stack(i => i >= first && i <= last && (i + 1) % every == 0 ? sparse : dense),
        };
    }

    // -1 is the last layer.
    private static int LastRouted(ModelConfig c) =>
        c.Fields.Member(ModelKeys.LastExpertLayer) is { Value: JsonNumber { Text: "-1" } } or null
            ? int.MaxValue
            : c.Fields.CountOr(ModelKeys.LastExpertLayer, int.MaxValue);
}
