using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>InternLM: LLaMA's parts with biases on the attention, which the files of InternLM 2 switch off.</summary>
internal static class InternLm
{
    /// <summary>InternLM 3: biases of queries, keys and values apart from those of the rest; heads of 128.</summary>
    public static ModelParts Describe3(ModelConfig c)
    {
        var bias = c.Flag(ModelKeys.Bias, false);
        var biases = (c.Flag(ModelKeys.QueryKeyValueBias, false) ? AttentionBias.QueryKeyValue : AttentionBias.None)
            | (bias ? AttentionBias.Output : AttentionBias.None);
        return Llama.Decoder(c, c.Attention(biases, headSize: 128), new GatedFeedForward(c.Hidden, c.Width, bias), Head.Of(c.Tied(false)));
    }

    public static ModelParts Describe(ModelConfig c) => Llama.Decoder(
        c,
        c.Attention(c.Flag(ModelKeys.Bias, true) ? AttentionBias.All : AttentionBias.None),
        new GatedFeedForward(c.Hidden, c.Width),
        Head.Of(c.Tied(false)));
}
