using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>GPT (2018): norms after each part, so none at the end.</summary>
internal static class OpenAiGpt
{
    public static ModelParts Describe(ModelConfig c) => new()
    {
        Hidden = c.Hidden,
        Embeddings = c.Embeddings(c.LearnedPositions()),
        Layers = c.Stack(new Layer(
            c.Attention(AttentionBias.All), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: true), 2 * Norm.Layer(c.Hidden))),
        Outside = [],
        Head = Head.Of(c.Tied(true)),
        ContextLength = c.Context,
    };
}
