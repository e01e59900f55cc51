using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Granite 4.0: Mamba 2 in most layers, attention in a few; a shared feed-forward always, routed experts where the file has some.</summary>
internal static class GraniteHybrid
{
    public static ModelParts Describe(ModelConfig c)
    {
        var experts = c.Fields.CountOr(ModelKeys.Experts, 0);
        var shared = c.Fields.Int(ModelKeys.SharedExpertIntermediateSize);
        FeedForward feedForward = experts == 0 ? new GatedFeedForward(c.Hidden, shared) : c.Experts(c.Width) with { SharedWidth = shared };
        if (experts == 0)
            _ = (c.Fields.Has(ModelKeys.ActiveExperts), c.Fields.Has(ModelKeys.IntermediateSize));
        var kinds = LayerKinds.Of(c, ModelKeys.LayerTypes, c.Layers, "attention", "mamba", "full_attention", "linear_attention");
        var norms = 2 * Norm.Rms(c.Hidden);
        var state = new Layer(StateSpaces.Of(c, heads: 128, state: 256), feedForward, norms);
        Layer? attention = null;
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = c.Stack(i => kinds?[i] is "attention" or "full_attention"
                ? attention ??= new Layer(c.Attention(c.AttentionBias()), feedForward, norms)
                : state),
            Outside = [OutsidePart.FinalNorm(Norm.Rms(c.Hidden))],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }
}
