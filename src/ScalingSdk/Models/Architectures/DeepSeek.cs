using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>DeepSeek-V2 and V3: latent attention; routed and shared experts behind a few dense layers.</summary>
internal static class DeepSeek
{
    public static ModelParts DescribeV2(ModelConfig c) => Describe(c, correction: false);

    /// <summary>V3: the router corrects its balance by a bias per expert, and modules predict further tokens.</summary>
    public static ModelParts DescribeV3(ModelConfig c) => Describe(c, correction: true);

    private static ModelParts Describe(ModelConfig c, bool correction)
    {
        var attention = Attention(c);
        var experts = c.Experts(c.ExpertWidth) with
        {
            SharedWidth = checked((long)c.Fields.CountOr(ModelKeys.SharedExperts, 0) * c.ExpertWidth),
            CorrectionBias = correction,
        };
        var sparse = new Layer(attention, experts, 2 * Norm.Rms(c.Hidden));
        var dense = sparse with { FeedForward = new GatedFeedForward(c.Hidden, c.Width) };
        var first = c.Fields.CountOr(ModelKeys.FirstDenseLayers, 0);
        var every = c.Fields.IntOr(ModelKeys.ExpertLayerFrequency, 1);
        return Llama.Decoder(c, attention, experts, Head.Of(c.Tied(false))) with
        {
            Layers = c.Stack(i => i >= first && i % every == 0 ? sparse : dense),
            MultiTokenPrediction = checked(c.Fields.CountOr(ModelKeys.PredictionModules, 0) * PredictionModule(c, sparse)),
        };
    }

    private static LatentAttention Attention(ModelConfig c) => new(
        c.Hidden,
        c.Heads,
        c.Fields.OptionalInt(ModelKeys.QueryRank),
        c.Fields.Int(ModelKeys.KeyValueRank),
        c.Fields.Int(ModelKeys.PlainHeadSize),
        c.Fields.Int(ModelKeys.RotaryHeadSize),
        c.Fields.Int(ModelKeys.ValueHeadSize))
    {
        Bias = c.Flag(ModelKeys.AttentionBias, false),
    };

    // A layer, norms on the embedding and on the state, the matrix that joins them, and the norm before the shared head.
    private static long PredictionModule(ModelConfig c, Layer layer) => checked(
        layer.Weights + layer.Others + (2 * Norm.Rms(c.Hidden)) + (2L * c.Hidden * c.Hidden) + Norm.Rms(c.Hidden));
}
