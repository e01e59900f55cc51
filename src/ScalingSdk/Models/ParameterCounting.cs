using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models;

/// <summary>Adds up the parts of a model, in checked arithmetic.</summary>
internal static class ParameterCounting
{
    public static ParameterCounts Count(ModelParts model)
    {
        checked
        {
            long weights = 0, active = 0, others = 0;
            foreach (var layer in model.Layers)
            {
                weights += layer.Weights;
                active += layer.ActiveWeights;
                others += layer.Others;
            }

            foreach (var part in model.Outside)
                others += part.Count;

            // A bias of the head is no embedding: the published counts without embeddings keep it.
            others += model.Head.Bias ? model.Embeddings.Vocabulary : 0;
            var embeddings = model.Embeddings.Count + (model.Head.Kind == HeadKind.Untied ? model.HeadWeights : 0);
            var total = embeddings + weights + others;
            return new ParameterCounts
            {
                Total = total,
                Stored = total + (model.Head.Kind == HeadKind.Tied ? model.HeadWeights : 0),
                NonEmbedding = weights + others,
                NonEmbeddingWeights = weights,
                Active = embeddings + active + others,
                ActiveNonEmbedding = active + others,
                ActiveNonEmbeddingWeights = active,
            };
        }
    }

    public static IReadOnlyList<ComponentCount> Components(ModelParts model)
    {
        var rows = new List<ComponentCount> { Dense("token embedding", model.Embeddings.Tokens) };
        if (model.Embeddings.Positions > 0)
            rows.Add(Dense("position embedding", model.Embeddings.Positions));
        if (model.Embeddings.Types > 0)
            rows.Add(Dense("type embedding", model.Embeddings.Types));
        var encoders = 0;
        for (var i = 0; i < model.Layers.Count; i++)
        {
            var layer = model.Layers[i];
            encoders += layer.IsEncoder ? 1 : 0;
            var stack = model.Kind != ModelFamily.EncoderDecoder ? "" : layer.IsEncoder ? "encoder " : "decoder ";
            AddLayer(rows, layer, stack, layer.IsEncoder ? i : i - encoders);
        }

        foreach (var part in model.Outside)
            rows.Add(Dense(part.Name, part.Count));
        if (model.Head.Kind == HeadKind.Untied)
            rows.Add(Dense("output head", model.HeadWeights));
        if (model.Head.Bias)
            rows.Add(Dense("output head bias", model.Embeddings.Vocabulary));
        return rows;
    }

    private static void AddLayer(List<ComponentCount> rows, Layer layer, string stack, int index)
    {
        rows.Add(new(stack + "attention", index, layer.Attention.Count, layer.Attention.Active));
        if (layer.CrossAttention is { } cross)
            rows.Add(new(stack + "cross-attention", index, cross.Count, cross.Active));
        rows.Add(new(stack + (layer.FeedForward is RoutedExperts ? "experts" : "feed-forward"), index, layer.FeedForward.Count, layer.FeedForward.Active));
        if (layer.Norms > 0)
            rows.Add(new(stack + "norms", index, layer.Norms, layer.Norms));
    }

    private static ComponentCount Dense(string name, long count) => new(name, null, count, count);
}
