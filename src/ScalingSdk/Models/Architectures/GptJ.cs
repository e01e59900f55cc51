using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>GPT-J: attention and feed-forward side by side behind one norm; a head of its own, with a bias.</summary>
internal static class GptJ
{
    public static ModelParts Describe(ModelConfig c) => new()
    {
        Hidden = c.Hidden,
        Embeddings = c.Embeddings(),
        Layers = c.Stack(new Layer(c.Attention(), new PlainFeedForward(c.Hidden, c.WidthOrFourfold, Bias: true), Norm.Layer(c.Hidden))),
        Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
        Head = Head.Of(c.Tied(false), bias: true),
        ContextLength = c.Context,
    };
}
