using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Phi-3.5-MoE: LayerNorms and biases of Phi, experts of Mixtral, a head with a bias.</summary>
internal static class PhiMoe
{
    public static ModelParts Describe(ModelConfig c)
    {
        var layer = new Layer(
            c.Attention(c.Flag(ModelKeys.AttentionBias, true) ? AttentionBias.All : AttentionBias.None),
            c.Experts(c.Width),
            2 * Norm.Layer(c.Hidden));
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = Windows.On(c, c.Stack(layer), static _ => true),
            Outside = [OutsidePart.FinalNorm(Norm.Layer(c.Hidden))],
            Head = Head.Of(c.Tied(false), c.Flag(ModelKeys.HeadBias, true)),
            ContextLength = c.Context,
        };
    }
}
