using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Command R, Aya, Command A: attention and feed-forward side by side behind one LayerNorm without bias; a tied head.</summary>
internal static class Cohere
{
    public static ModelParts Describe(ModelConfig c)
    {
        var attention = c.Attention(c.AttentionBias());
        if (c.Flag(ModelKeys.QueryKeyNorm, false))
            attention = attention with { QueryKeyNorms = checked((attention.Heads + attention.KeyValueHeads) * attention.HeadSize) };
        return Decoder(c, attention);
    }

    /// <summary>Command R7B and Command A: no norms on queries and keys, windows on three of four layers.</summary>
    public static ModelParts Describe2(ModelConfig c)
    {
        var model = Decoder(c, c.Attention(c.AttentionBias()));
        var pattern = c.Fields.IntOr(ModelKeys.WindowPattern, 4);
        return model with { Layers = Windows.On(c, model.Layers, i => (i + 1) % pattern != 0, usual: 4096) };
    }

    private static ModelParts Decoder(ModelConfig c, Attention attention) =>
        Llama.Decoder(c, attention, c.GatedFeedForward(), Head.Of(c.Tied(true)), normsPerLayer: 1);
}
