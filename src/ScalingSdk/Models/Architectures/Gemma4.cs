using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Gemma 4, its text model: wider heads where attention is full, and where the file says so a table per layer, shared keys and values, or experts.</summary>
internal static class Gemma4
{
    public static ModelParts Describe(ModelConfig c)
    {
        var (fields, layers) = (c.Fields, c.Layers);
        long d = c.Hidden;
        long p = fields.CountOr(ModelKeys.PerLayerWidth, 256);
        var kinds = LayerKinds.Of(c, ModelKeys.LayerTypes, layers, "full_attention", "sliding_attention");
        var firstShared = layers - Math.Min(layers, fields.CountOr(ModelKeys.KeyValueSharedLayers, 0));
        var doubles = c.Flag(ModelKeys.DoubleWidth, false);
        var (sliding, full) = (Sliding(c), Full(c));
        var routed = c.Flag(ModelKeys.ExpertsBeside, false) ? Experts(c) : null;
        var known = new Dictionary<(bool, bool), Layer>();
        var perLayer = new NamedPart("gate of the embedding per layer", checked(2 * d * p), d);
        var stack = c.Stack(i =>
        {
            // The last layer sees everything, whatever the pattern.
            var key = (IsFull: i == layers - 1 || (kinds is null ? (i + 1) % 6 == 0 : kinds[i] is "full_attention"), Borrows: i >= firstShared);
            if (!known.TryGetValue(key, out var layer))
            {
                var attention = key.IsFull ? full : sliding;
                if (key.Borrows)
                    attention = attention with { KeyValues = KeyValueSource.OfAnotherLayer, QueryKeyNorms = attention.HeadSize };
                FeedForward feedForward = routed ?? (FeedForward)new GatedFeedForward(d, checked((doubles && key.Borrows ? 2L : 1) * c.Width));
                known[key] = layer = new Layer(attention, feedForward, checked(((routed is null ? 4 : 7) * d) + 1))
                {
                    Further = p > 0 ? [perLayer] : [],
                };
            }

            return layer;
        });
        var projected = checked(d * layers * p);
        return new()
        {
            Hidden = d,
            Embeddings = c.Embeddings() with { Further = checked(p == 0 ? 0 : fields.IntOr(ModelKeys.PerLayerVocabulary, 262_144) * layers * p) },
            Layers = stack,
            Outside = p == 0
                ? [OutsidePart.FinalNorm(Norm.Rms(d))]
                : [new("projection of the embeddings per layer", checked(projected + p), projected), OutsidePart.FinalNorm(Norm.Rms(d))],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }

    private static GroupedQueryAttention Sliding(ModelConfig c)
    {
        var attention = c.Attention(c.AttentionBias(), Gemma.UsualHeadSize);
        return attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize), Window = c.Fields.IntOr(ModelKeys.SlidingWindow, 512) };
    }

    private static GroupedQueryAttention Full(ModelConfig c)
    {
        var size = c.Fields.IntOr(ModelKeys.GlobalHeadSize, 512);
        var one = c.Flag(ModelKeys.KeysAreValues, false);
        var groups = c.Fields.OptionalInt(ModelKeys.GlobalKeyValueHeads);
        return new GroupedQueryAttention(c.Hidden, c.Heads, one && groups is { } own ? own : c.KeyValueHeads, size)
        {
            Bias = c.AttentionBias(),
            QueryKeyNorms = 2 * Norm.Rms(size),
            KeyValues = one ? KeyValueSource.OneForBoth : KeyValueSource.Own,
        };
    }

    // The dense feed-forward stays beside the experts; the router scales its input and each expert.
    private static RoutedExperts Experts(ModelConfig c)
    {
        var experts = c.Experts(c.ExpertWidth);
        return experts with { SharedWidth = c.Width, RouterOthers = c.Hidden + experts.Experts };
    }
}
