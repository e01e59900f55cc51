using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>StableLM 2: LayerNorms, biases on queries, keys and values where the file says so.</summary>
internal static class StableLm
{
    public static ModelParts Describe(ModelConfig c)
    {
        var attention = c.Attention(c.Flag(ModelKeys.QueryKeyValueBias, false) ? AttentionBias.QueryKeyValue : AttentionBias.None);
        if (c.Flag(ModelKeys.QueryKeyNorm, false))
            attention = attention with { QueryKeyNorms = checked((attention.Heads + attention.KeyValueHeads) * attention.HeadSize) };
        var norms = (c.Flag(ModelKeys.ParallelResidual, false) ? 1 : 2) * Norm.Layer(c.Hidden);
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = c.Stack(new Layer(attention, new GatedFeedForward(c.Hidden, c.Width), norms)),
            Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
            Head = Head.Of(c.Tied(false)),
            ContextLength = c.Context,
        };
    }
}
