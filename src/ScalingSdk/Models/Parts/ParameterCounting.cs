namespace ScalingSdk.Models.Parts;

/// <summary>Adds up the parts of a model, in checked arithmetic.</summary>
internal static class ParameterCounting
{
    public static ParameterCounts Count(ModelParts model)
    {
        checked
        {
            long weights = 0, activeWeights = 0, others = 0, activeOthers = 0;
            Layer? last = null;
            LayerCounts counts = default;
            void Add(Layer layer)
            {
                // Most models have one layer many times.
                if (!ReferenceEquals(layer, last))
                    (last, counts) = (layer, layer.Counts);
                (weights, activeWeights) = (weights + counts.Weights, activeWeights + counts.ActiveWeights);
                (others, activeOthers) = (others + counts.Others, activeOthers + counts.ActiveOthers);
            }

            foreach (var layer in model.Layers)
                Add(layer);
            foreach (var block in model.SharedBlocks)
                Add(block.Layer);

            // A bias of the head is no embedding: the published counts without embeddings keep it.
            long outside = model.Head.Bias ? model.Embeddings.Vocabulary : 0;
            foreach (var part in model.Outside)
                outside += part.Count;
            var embeddings = model.Embeddings.Count + (model.Head.Kind == HeadKind.Untied ? model.HeadWeights : 0);
            var total = embeddings + weights + others + outside;
            var active = embeddings + activeWeights + activeOthers + outside;
            return new ParameterCounts
            {
                Total = total,
                Stored = total + (model.Head.Kind == HeadKind.Tied ? model.HeadWeights : 0),
                NonEmbedding = total - embeddings,
                NonEmbeddingWeights = weights,
                Active = active,
                ActiveWithoutLookups = active - model.Embeddings.Count + (model.Head.Kind == HeadKind.Tied ? model.HeadWeights : 0),
                ActiveNonEmbedding = active - embeddings,
                ActiveNonEmbeddingWeights = activeWeights,
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
        if (model.Embeddings.Further > 0)
            rows.Add(Dense(model.Kind == ModelFamily.EncoderDecoder ? "encoder token embedding" : "further embeddings", model.Embeddings.Further));
        var encoders = 0;
        for (var i = 0; i < model.Layers.Length; i++)
        {
            var layer = model.Layers[i];
            encoders += layer.IsEncoder ? 1 : 0;
            var stack = model.Kind != ModelFamily.EncoderDecoder ? "" : layer.IsEncoder ? "encoder " : "decoder ";
            AddLayer(rows, layer, stack, layer.IsEncoder ? i : i - encoders);
        }

        foreach (var block in model.SharedBlocks)
            AddLayer(rows, block.Layer, "shared ", null);
        foreach (var part in model.Outside)
            rows.Add(Dense(part.Name, part.Count));
        if (model.Head.Kind == HeadKind.Untied)
            rows.Add(Dense("output head", model.HeadWeights));
        if (model.Head.Bias)
            rows.Add(Dense("output head bias", model.Embeddings.Vocabulary));
        return rows;
    }

    private static void AddLayer(List<ComponentCount> rows, Layer layer, string stack, int? index)
    {
        foreach (var part in layer.Parts)
            rows.Add(new(stack + (ReferenceEquals(part, layer.CrossAttention) ? "cross-attention" : part.Name), index, part.Count, part.Active));
        if (layer.Norms > 0)
            rows.Add(new(stack + "norms", index, layer.Norms, layer.Norms));
    }

    private static ComponentCount Dense(string name, long count) => new(name, null, count, count);
}
