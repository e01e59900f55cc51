using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>ModernBERT with the head of its training: no norm before the first attention, windows on two of three layers.</summary>
internal static class ModernBert
{
    public static ModelParts Describe(ModelConfig c)
    {
        var norm = (long)c.Hidden;
        var layer = new Layer(c.Attention(c.AttentionBias()), c.GatedFeedForward(), 2 * norm) { IsEncoder = true };
        var first = layer with { Norms = norm };
        var every = c.Fields.IntOr(ModelKeys.GlobalEvery, 3);
        var window = c.Fields.IntOr(ModelKeys.LocalWindow, 128);
        return new()
        {
            Kind = ModelFamily.Encoder,
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = Windows.Apply(c.Stack(i => i == 0 ? first : layer), window, i => i % every != 0),
            Outside =
            [
                OutsidePart.EmbeddingNorm(norm), OutsidePart.FinalNorm(norm),
                new(OutsidePart.HeadOfTraining, checked((norm * norm) + norm), checked(norm * norm)),
            ],
            Head = Head.Of(c.Tied(true), bias: true),
            ContextLength = c.Context,
        };
    }
}
