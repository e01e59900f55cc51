using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>xLSTM 7B: mLSTM cells with an output gate, LLaMA's feed-forward.</summary>
internal static class XLstm
{
    public static ModelParts Describe(ModelConfig c)
    {
        long d = c.Hidden;
        long heads = c.Heads;
        var keys = (long)((c.Fields.Ratio(ModelKeys.QueryKeyFactor) ?? 0.5) * d);
        var values = (long)((c.Fields.Ratio(ModelKeys.ValueFactor) ?? 1) * d);
        long multiple = c.Fields.IntOr(ModelKeys.WidthMultiple, 64);
        var width = (long)((c.Fields.Ratio(ModelKeys.WidthFactor) ?? 2.667) * d);
        width = checked((width + multiple - 1) / multiple * multiple);
        var cell = new NamedMixer(
            d,
            "mLSTM",
            MixerWeights: checked((2 * d * keys) + (3 * d * values) + (2 * d * heads)),
            MixerOthers: checked((2 * heads) + values),
            Flops: checked(5 * keys * (values / Math.Max(1, heads))),
            State: checked(keys * (values / Math.Max(1, heads))));
        return new()
        {
            Hidden = d,
            Embeddings = c.Embeddings(),
            Layers = c.Stack(new Layer(cell, new GatedFeedForward(d, width), 2 * Norm.Rms(d))),
            Outside = [OutsidePart.FinalNorm(Norm.Rms(d))],
            Head = Head.Of(c.Tied(false)),
            ContextLength = c.Context,
        };
    }
}
