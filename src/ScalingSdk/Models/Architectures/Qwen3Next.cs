using ScalingSdk.Diagnostics;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;
using ScalingSdk.Text;

namespace ScalingSdk.Models.Architectures;

/// <summary>Qwen3-Next and Qwen3.5: a gated delta net in three of four layers, gated attention in the fourth.</summary>
internal static class Qwen3Next
{
    private const int UsualHeadSize = 256;

    /// <summary>Qwen3.5, its dense models.</summary>
    public static ModelParts DescribeDense(ModelConfig c) => Describe(c, new GatedFeedForward(c.Hidden, c.Width), static _ => true, null);

    /// <summary>Qwen3-Next: routed experts and a shared one behind a gate.</summary>
    public static ModelParts DescribeNext(ModelConfig c)
    {
        var isSparse = SparseLayers.Of(c);
        return Describe(c, Experts(c), isSparse, () => new GatedFeedForward(c.Hidden, c.Width));
    }

    /// <summary>Qwen3.5, its routed models: experts in every layer.</summary>
    public static ModelParts DescribeRouted(ModelConfig c) => Describe(c, Experts(c), static _ => true, null);

    private static ModelParts Describe(ModelConfig c, FeedForward usual, Func<int, bool> isUsual, Func<FeedForward>? other)
    {
        var attention = c.Attention(c.AttentionBias(), UsualHeadSize);
        attention = attention with { Gated = true, QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) };
        var delta = new GatedDeltaNet(
            c.Hidden,
            c.Fields.IntOr(ModelKeys.LinearKeyHeads, 16),
            c.Fields.IntOr(ModelKeys.LinearKeySize, 128),
            c.Fields.IntOr(ModelKeys.LinearValueHeads, 32),
            c.Fields.IntOr(ModelKeys.LinearValueSize, 128),
            c.Fields.IntOr(ModelKeys.ConvolutionKernel, 4));
        if (delta.ValueHeads % delta.KeyHeads != 0)
        {
            c.Fields.Refuse(ModelKeys.LinearValueHeads, $"{NumberText.Grouped(delta.ValueHeads)} heads of values are not a multiple of the {NumberText.Grouped(delta.KeyHeads)} heads of keys",
                Remedy.Advice($"change '{ModelKeys.LinearValueHeads.Name}' or '{ModelKeys.LinearKeyHeads.Name}'"));
        }

        var full = new Layer(attention, usual, 2 * Norm.Rms(c.Hidden));
        var linear = full with { Mixer = delta };
        Layer? fullOther = null;
        Layer? linearOther = null;
        var kinds = LayerKinds.Of(c, ModelKeys.LayerTypes, c.Layers, "full_attention", "linear_attention");
        var every = c.Fields.IntOr(ModelKeys.FullAttentionInterval, 4);
        bool IsFull(int i) => kinds is null ? (i + 1) % every == 0 : kinds[i] is "full_attention";
        var model = Llama.Decoder(c, attention, usual, Head.Of(c.Tied(false))) with
        {
            Layers = c.Stack(i => (isUsual(i), IsFull(i)) switch
            {
                (true, true) => full,
                (true, false) => linear,
                (false, true) => fullOther ??= full with { FeedForward = other!() },
                (false, false) => linearOther ??= linear with { FeedForward = other!() },
            }),
        };
        return DeepSeek.WithPrediction(c, full, model);
    }

    private static RoutedExperts Experts(ModelConfig c) => c.Experts(c.ExpertWidth) with
    {
        SharedWidth = c.Fields.CountOr(ModelKeys.SharedExpertIntermediateSize, 512),
        SharedGate = true,
    };
}
