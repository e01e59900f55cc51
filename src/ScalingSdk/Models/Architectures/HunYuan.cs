using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Hunyuan: Qwen3's attention; routed experts beside a shared one in the larger ones.</summary>
internal static class HunYuan
{
    public static ModelParts Describe(ModelConfig c) => Llama.Decoder(c, Attention(c), c.GatedFeedForward(), Head.Of(c.Tied(false)));

    public static ModelParts DescribeRouted(ModelConfig c)
    {
        var layers = c.Layers;
        var widths = LayerKinds.Numbers(c, ModelKeys.ExpertIntermediateSize, layers) ?? Same(layers, c.Fields.OptionalInt(ModelKeys.ExpertIntermediateSize) ?? c.Width);
        var active = LayerKinds.Numbers(c, ModelKeys.ActiveExperts, layers) ?? Same(layers, c.Fields.IntOr(ModelKeys.ActiveExperts, 1));
        var shared = LayerKinds.Numbers(c, ModelKeys.SharedExperts, layers, least: 0) ?? Same(layers, c.Fields.CountOr(ModelKeys.SharedExperts, 1));
        var experts = c.Fields.Int(ModelKeys.Experts);
        var attention = Attention(c);
        var borrowed = attention with { KeyValues = KeyValueSource.OfAnotherLayer };
        var every = c.Flag(ModelKeys.SharedKeyValues, false) ? c.Fields.IntOr(ModelKeys.SharedKeyValueFactor, 1) : 1;
        var stack = new Layer?[layers];
        for (var i = 0; i < layers; i++)
        {
            var routed = new RoutedExperts(c.Hidden, experts, active[i], widths[i]) { SharedWidth = checked(shared[i] * widths[i]) };
            var layer = new Layer(i % every == 0 ? attention : borrowed, routed, 2 * Norm.Rms(c.Hidden));
            stack[i] = i >= every && stack[i - every]!.Equals(layer) ? stack[i - every] : layer;
            if (active[i] > experts)
                c.Fields.Refuse(ModelKeys.ActiveExperts, $"{c.Value(ModelKeys.ActiveExperts, active[i])} is more than {c.Value(ModelKeys.Experts, experts)}");
        }

        return Llama.Decoder(c, attention, stack[0]!.FeedForward!, Head.Of(c.Tied(false))) with { Layers = stack! };
    }

    private static GroupedQueryAttention Attention(ModelConfig c)
    {
        var attention = c.Attention(c.AttentionBias());
        return c.Flag(ModelKeys.QueryKeyNorm, true) ? attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) } : attention;
    }

    private static long[] Same(int layers, long value) => [.. Enumerable.Repeat(value, layers)];
}
