using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>OLMo 2: norms behind the parts, and on all heads of queries and keys at once.</summary>
internal static class OlMo2
{
    public static ModelParts Describe(ModelConfig c)
    {
        var model = Llama.Decoder(c, Attention(c), new GatedFeedForward(c.Hidden, OlMo.GatedWidth(c)), Head.Of(c.Tied(false)));
        return model with { Embeddings = new(OlMo.Rows(c), c.Hidden) };
    }

    public static GroupedQueryAttention Attention(ModelConfig c)
    {
        var attention = c.Attention(c.Flag(ModelKeys.AttentionBias, false) ? AttentionBias.All : AttentionBias.None);
        return attention with { QueryKeyNorms = checked((attention.Heads + attention.KeyValueHeads) * attention.HeadSize) };
    }
}
