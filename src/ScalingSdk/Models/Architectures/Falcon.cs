using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Falcon: one or a few key-value heads; one norm per layer where the two parts run side by side, unless the decoder is new.</summary>
internal static class Falcon
{
    public static ModelParts Describe(ModelConfig c)
    {
        var bias = c.Flag(ModelKeys.Bias, false);
        var isNew = c.Flag(ModelKeys.NewDecoder, false);
        var groups = isNew ? c.KeyValueHeads : c.Flag(ModelKeys.MultiQuery, true) ? 1 : c.Heads;
        var norms = isNew ? c.Fields.IntOr(ModelKeys.ParallelNorms, 2) : c.Flag(ModelKeys.Parallel, true) ? 1 : 2;
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = c.Stack(new Layer(
                new GroupedQueryAttention(c.Hidden, c.Heads, groups, c.HeadSize()) { Bias = bias ? AttentionBias.All : AttentionBias.None },
                new PlainFeedForward(c.Hidden, c.WidthOrFourfold, bias),
                checked(norms * Norm.Layer(c.Hidden)))),
            Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }
}
