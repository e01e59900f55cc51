using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Nemotron 4 and Minitron: LayerNorms with biases, two matrices with squared ReLU, a head of its own.</summary>
internal static class Nemotron
{
    public static ModelParts Describe(ModelConfig c) => new()
    {
        Hidden = c.Hidden,
        Embeddings = c.Embeddings(),
        Layers = c.Stack(new Layer(
            c.Attention(c.AttentionBias()), new PlainFeedForward(c.Hidden, c.Width, c.Flag(ModelKeys.FeedForwardBias, false)), 2 * Norm.Layer(c.Hidden))),
        Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
        Head = Head.Of(c.Tied(false)),
        ContextLength = c.Context,
    };
}
