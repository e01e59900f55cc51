using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>LFM2: short gated convolutions in most layers, attention in a few.</summary>
internal static class Lfm2
{
    public static ModelParts Describe(ModelConfig c)
    {
        var feedForward = new GatedFeedForward(c.Hidden, Width(c));
        return Describe(c, _ => feedForward);
    }

    public static ModelParts DescribeRouted(ModelConfig c)
    {
        var dense = new GatedFeedForward(c.Hidden, c.Width);
        var routed = c.Experts(c.ExpertWidth) with { CorrectionBias = true };
        var first = c.Fields.CountOr(ModelKeys.FirstDenseLayers, 2);
        return Describe(c, i => i < first ? dense : routed);
    }

    private static ModelParts Describe(ModelConfig c, Func<int, FeedForward> feedForward)
    {
        var isSoft = Attentions(c);
        var attention = c.Attention();
        attention = attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) };
        long kernel = c.Fields.IntOr(ModelKeys.ConvolutionKernel, 3);
        var convolution = new NamedMixer(
            c.Hidden,
            "short convolution",
            MixerWeights: checked(4L * c.Hidden * c.Hidden),
            MixerOthers: checked((kernel * c.Hidden) + (c.Flag(ModelKeys.ConvolutionBias, false) ? 5L * c.Hidden : 0)),
            Flops: checked(((2 * kernel) + 2) * c.Hidden),
            State: checked(kernel * c.Hidden));
        var known = new Dictionary<(FeedForward, bool), Layer>(4);
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = c.Stack(i =>
            {
                var key = (feedForward(i), isSoft(i));
                if (!known.TryGetValue(key, out var layer))
                    known[key] = layer = new Layer(key.Item2 ? attention : convolution, key.Item1, 2 * Norm.Rms(c.Hidden));
                return layer;
            }),
            Outside = [OutsidePart.FinalNorm(Norm.Rms(c.Hidden))],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }

    private static Func<int, bool> Attentions(ModelConfig c)
    {
        var named = LayerKinds.Indices(c, ModelKeys.AttentionLayers);
        if (LayerKinds.Of(c, ModelKeys.LayerTypes, c.Layers, "conv", "full_attention", "short_conv") is { } kinds)
            return i => kinds[i] is "full_attention";
        if (named is not null)
            return named.Contains;
        c.Fields.Missing(ModelKeys.LayerTypes, ": it says which layers have attention");
        return static _ => false;
    }

    // Two thirds of what the file says, rounded up, unless it says that this is done already.
    private static long Width(ModelConfig c)
    {
        long width = c.Fields.OptionalInt(ModelKeys.BlockWidth) ?? c.Width;
        _ = c.Fields.Has(ModelKeys.IntermediateSize);
        if (!c.Flag(ModelKeys.AdjustBlockWidth, true))
            return width;
        width = checked((long)((c.Fields.Ratio(ModelKeys.BlockWidthMultiplier) ?? 1) * (2 * width / 3)));
        long multiple = c.Fields.IntOr(ModelKeys.BlockWidthMultiple, 256);
        return checked((width + multiple - 1) / multiple * multiple);
    }
}
