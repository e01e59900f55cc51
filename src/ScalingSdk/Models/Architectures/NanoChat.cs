using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>nanochat: norms without parameters, two matrices, a head of its own.</summary>
internal static class NanoChat
{
    public static ModelParts Describe(ModelConfig c) => new()
    {
        Hidden = c.Hidden,
        Embeddings = c.Embeddings(),
        Layers = c.Stack(new Layer(c.Attention(c.AttentionBias()), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: false), Norms: 0)),
        Outside = [],
        Head = Head.Of(c.Tied(false)),
        ContextLength = c.Context,
    };
}
