using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>DeepSeek-V2 and V3: latent attention; routed and shared experts behind a few dense layers.</summary>
internal static class DeepSeek
{
    public static ModelParts DescribeV2(ModelConfig c) => Describe(c, correction: false);

    /// <summary>V3 and Kimi K2: the router corrects its balance by a bias per expert, and modules predict further tokens.</summary>
    public static ModelParts DescribeV3(ModelConfig c) => Describe(c, correction: true);

    /// <summary>V3.2 and GLM-5: an indexer chooses the keys that attention sees.</summary>
    public static ModelParts DescribeSparse(ModelConfig c)
    {
        var keys = c.Fields.IntOr(ModelKeys.IndexerKeys, 2048);
        var indexer = new Indexer(
            c.Hidden, c.Fields.Int(ModelKeys.QueryRank), c.Fields.IntOr(ModelKeys.IndexerHeads, 64), c.Fields.IntOr(ModelKeys.IndexerHeadSize, 128));
        var ownsIndexer = IndexerLayers(c);
        var changed = new Dictionary<(FeedForward, bool), Layer>();
        Layer With(Layer layer, bool owns)
        {
            if (!changed.TryGetValue((layer.FeedForward!, owns), out var found))
            {
                changed[(layer.FeedForward!, owns)] = found = layer with
                {
                    Mixer = layer.Attention! with { Window = keys, ChoosesKeys = true },
                    Further = owns ? [indexer] : [],
                };
            }

            return found;
        }

        return Describe(c, correction: true, With, ownsIndexer);
    }

    /// <summary>The same model with modules that predict further tokens by a layer like this one.</summary>
    /// <remarks>A layer, norms on the embedding and on the state, the matrix that joins them, and the norm before the shared head.</remarks>
    public static ModelParts WithPrediction(ModelConfig c, Layer layer, ModelParts parts) => parts with
    {
        MultiTokenPrediction = checked(c.Fields.CountOr(ModelKeys.PredictionModules, 0)
            * (layer.Counts.Total + (3 * Norm.Rms(c.Hidden)) + (2L * c.Hidden * c.Hidden))),
    };

    private static ModelParts Describe(ModelConfig c, bool correction, Func<Layer, bool, Layer>? change = null, Func<int, bool>? flag = null)
    {
        var experts = c.Experts(c.ExpertWidth) with
        {
            SharedWidth = checked((long)c.Fields.CountOr(ModelKeys.SharedExperts, 0) * c.ExpertWidth),
            CorrectionBias = correction,
        };
        var sparse = new Layer(Attention(c), experts, 2 * Norm.Rms(c.Hidden));
        var dense = sparse with { FeedForward = new GatedFeedForward(c.Hidden, c.Width) };
        var first = c.Fields.CountOr(ModelKeys.FirstDenseLayers, 0);
        var every = c.Fields.IntOr(ModelKeys.ExpertLayerFrequency, 1);
        var isSparse = DenseFirst.From(c, first);
        Layer Pick(int i) => isSparse(i) && i % every == 0 ? sparse : dense;
        var model = Llama.Decoder(c, sparse.Attention!, experts, Head.Of(c.Tied(false))) with
        {
            Layers = c.Stack(i => change is null ? Pick(i) : change(Pick(i), flag!(i))),
        };
        return WithPrediction(c, change is null ? sparse : change(sparse, true), model);
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

    // GLM-5.2: layers other than 'full' take the keys that an earlier one chose.
    private static Func<int, bool> IndexerLayers(ModelConfig c) =>
        LayerKinds.Of(c, ModelKeys.IndexerTypes, c.Layers, "full", "shared") is { } kinds ? i => kinds[i] is "full" : static _ => true;
}
