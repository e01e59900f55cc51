using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Jamba: attention in one of eight layers, Mamba in the others; experts in every second.</summary>
internal static class Jamba
{
    public static ModelParts Describe(ModelConfig c)
    {
        var fields = c.Fields;
        var inner = StateSpaces.Expanded(c);
        var mixer = new StateSpace(c.Hidden, inner, fields.IntOr(ModelKeys.StateSize, 16), Mamba.Rank(c), fields.IntOr(ModelKeys.ConvolutionKernel, 4))
        {
            ConvolutionBias = c.Flag(ModelKeys.ConvolutionBias, true),
            Bias = c.Flag(ModelKeys.StateBias, false),
            Norms = true,
        };
        var experts = fields.IntOr(ModelKeys.Experts, 16);
        var routed = new RoutedExperts(c.Hidden, experts, Math.Min(experts, fields.IntOr(ModelKeys.ActiveExperts, 2)), c.Width);
        var dense = new GatedFeedForward(c.Hidden, c.Width);
        var (period, offset) = (fields.IntOr(ModelKeys.AttentionPeriod, 8), fields.CountOr(ModelKeys.AttentionOffset, 4));
        var (expertPeriod, expertOffset) = (fields.IntOr(ModelKeys.ExpertLayerPeriod, 2), fields.CountOr(ModelKeys.ExpertLayerOffset, 1));
        RefuseOffset(c, ModelKeys.AttentionOffset, offset, ModelKeys.AttentionPeriod, period);
        RefuseOffset(c, ModelKeys.ExpertLayerOffset, expertOffset, ModelKeys.ExpertLayerPeriod, expertPeriod);
        var attention = c.Attention();
        var norms = 2 * Norm.Rms(c.Hidden);
        var layers = new Layer?[4];
        return Llama.Decoder(c, attention, dense, Head.Of(c.Tied(false))) with
        {
            Layers = c.Stack(i =>
            {
                var (isSoft, isRouted) = (i % period == offset, experts > 1 && i % expertPeriod == expertOffset);
                return layers[(isSoft ? 2 : 0) + (isRouted ? 1 : 0)] ??= new Layer(isSoft ? attention : mixer, isRouted ? routed : dense, norms);
            }),
        };
    }
    // As the class: an offset is a layer of the first period.
    private static void RefuseOffset(ModelConfig c, ModelKey offset, int at, ModelKey period, int every)
    {
        if (c.Fields.Has(offset) && at >= every)
            c.Fields.Refuse(offset, $"{c.Value(offset, at)} is not below {c.Value(period, every)}, so that no layer would be meant");
    }
}
