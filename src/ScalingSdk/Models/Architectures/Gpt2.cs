using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>GPT-2 and GPT-3: learned positions, biases everywhere ('bias: false' as in nanoGPT leaves all of them out).</summary>
internal static class Gpt2
{
    public static ModelParts Describe(ModelConfig c)
    {
        var bias = c.Flag(ModelKeys.Bias, true);
        var norm = Norm.Layer(c.Hidden, bias);
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(c.LearnedPositions()),
            Layers = c.Stack(new Layer(
                c.Attention(bias ? AttentionBias.All : AttentionBias.None), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, bias), 2 * norm)),
            Outside = [OutsidePart.FinalNorm(norm)],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }
}
