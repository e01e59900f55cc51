using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Arctic: experts beside a dense feed-forward as wide as the model.</summary>
internal static class Arctic
{
    public static ModelParts Describe(ModelConfig c)
    {
        var residual = c.Flag(ModelKeys.ResidualFeedForward, true);
        var experts = c.Experts(c.Width) with { SharedWidth = residual ? c.Hidden : 0 };
        var sparse = new Layer(c.Attention(c.AttentionBias()), experts, (residual ? 3 : 2) * Norm.Rms(c.Hidden));
        Layer? dense = null;
        var every = c.Fields.IntOr(ModelKeys.ExpertLayerFrequency, 2);
        return Llama.Decoder(c, sparse.Attention!, experts, Head.Of(c.Tied(false))) with
        {
            Layers = c.Stack(i => (i + 1) % every == 0
                ? sparse
                : dense ??= sparse with { FeedForward = new GatedFeedForward(c.Hidden, c.Width), Norms = 2 * Norm.Rms(c.Hidden) }),
        };
    }
}
