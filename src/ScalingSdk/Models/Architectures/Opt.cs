using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>OPT: GPT-2's layers; two rows of positions more than the context, and in OPT-350M a narrower token table.</summary>
internal static class Opt
{
    private const int UnusedPositions = 2;

    public static ModelParts Describe(ModelConfig c)
    {
        var bias = c.Flag(ModelKeys.Bias, true);
        var norm = c.Flag(ModelKeys.NormParameters, true) ? Norm.Layer(c.Hidden) : 0;
        long width = c.Fields.IntOr(ModelKeys.EmbeddingWidth, c.Hidden);
        var outside = new List<OutsidePart>();
        if (width != c.Hidden)
        {
            var elements = checked(2 * width * c.Hidden);
            outside.Add(new("embedding projections", elements, elements));
        }

        if (c.Flag(ModelKeys.NormBefore, true) && !c.Flag(ModelKeys.NoFinalNorm, false))
            outside.Add(OutsidePart.FinalNorm(norm));
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = new(c.Vocabulary, width) { Positions = c.LearnedPositions(UnusedPositions) },
            Layers = c.Stack(new Layer(
                c.Attention(bias ? AttentionBias.All : AttentionBias.None), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, bias), 2 * norm)),
            Outside = outside,
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }
}
