using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>A decoder by its layers, for what no name covers: each block is so many equal layers, in the words of a model section.</summary>
internal static class Blocks
{
    public static Architecture Architecture { get; } = new("blocks", Describe, HeadKind.Untied, "a model by its layers");

    /// <summary>What a block states; beside the blocks nothing reads it.</summary>
    public static IReadOnlyList<ModelKey> OfABlock { get; } =
    [
        ModelKeys.Layers, ModelKeys.AttentionHeads, ModelKeys.KeyValueHeads, ModelKeys.HeadSize, ModelKeys.IntermediateSize, ModelKeys.SlidingWindow,
        ModelKeys.AttentionBias, ModelKeys.QueryKeyNorm, ModelKeys.Gated, ModelKeys.FeedForwardBias, ModelKeys.Experts, ModelKeys.ActiveExperts,
        ModelKeys.ExpertIntermediateSize, ModelKeys.SharedExpertIntermediateSize,
    ];

    private static ModelParts Describe(ModelConfig c)
    {
        var layers = new List<Layer>();
        foreach (var key in OfABlock)
        {
            if (c.Fields.Unasked(key) is { } beside)
                c.Fields.Refuse(key, $"'{beside.Label}' stands beside 'blocks', each of which has its own", Remedy.Advice("move it into them, or remove it"));
        }

        if (c.Fields.Member(ModelKeys.Blocks) is { Value: JsonArray { Items.Count: > 0 } list } member)
        {
            foreach (var item in list.Items)
            {
                if (item is JsonObject block)
                    Add(c, c.Fields.Nested(block), layers);
                else
                    c.Fields.Refuse(ModelKeys.Blocks, $"'{member.Name}' has {ModelFields.Quoted(item)}; expected objects such as {{ \"layers\": 24, \"attention_heads\": 16, \"intermediate_size\": 4096 }}");
            }
        }
        else
        {
            c.Fields.Refuse(ModelKeys.Blocks, "'blocks' is expected to be an array of objects such as { \"layers\": 24, \"attention_heads\": 16, \"intermediate_size\": 4096 }");
        }

        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = layers.Count == 0 ? [new Layer(null, null, 0)] : [.. layers],
            Outside = [OutsidePart.FinalNorm(Norm.Rms(c.Hidden))],
            Head = Head.Of(c.Tied(false)),
            ContextLength = c.Context,
        };
    }

    // Attention where heads are given, a feed-forward or experts where their widths are; a norm before each.
    private static void Add(ModelConfig whole, ModelFields fields, List<Layer> layers)
    {
        fields.Architecture = "blocks";
        if (whole.Fields.Member(ModelKeys.HiddenSize) is { } hidden)
            fields.Override(ModelKeys.HiddenSize, hidden);
        var c = new ModelConfig(fields);
        var attention = fields.Has(ModelKeys.AttentionHeads) ? Attention(c) : null;
        FeedForward? feedForward = fields.Has(ModelKeys.Experts) ? Experts(c)
            : fields.Has(ModelKeys.IntermediateSize) ? Dense(c)
            : null;
        var norms = ((attention is null ? 0 : 1) + (feedForward is null ? 0 : 1)) * Norm.Rms(c.Hidden);
        var count = c.Layers;
        if (layers.Count + (long)count > ModelFields.MostLayers)
        {
            whole.Fields.Refuse(ModelKeys.Blocks, "'blocks' have more than 65,536 layers together");
            return;
        }

        layers.AddRange(Enumerable.Repeat(new Layer(attention, feedForward, norms), count));
        List<ReadingProblem> unread = [];
        UnreadKeys.Report(fields, unread);
        whole.Fields.Report(unread);
        foreach (var member in fields.Section.Members)
        {
            if (ModelKeys.Find(member.Name) is { } key && fields.Unasked(key) is not null)
                fields.Refuse(key, $"'{member.Name}' is not counted in this block{Why(key, attention, feedForward)}", Remedy.Advice("remove it, or describe that part in a block of its own"));
        }
    }

    private static string Why(ModelKey key, GroupedQueryAttention? attention, FeedForward? feedForward) =>
        key == ModelKeys.IntermediateSize && feedForward is RoutedExperts ? ", which has experts"
        : attention is null && (key == ModelKeys.KeyValueHeads || key == ModelKeys.HeadSize || key == ModelKeys.SlidingWindow) ? ", which has no 'attention_heads'"
        : "";

    private static GroupedQueryAttention Attention(ModelConfig c)
    {
        var attention = c.Attention(c.AttentionBias());
        if (c.Flag(ModelKeys.QueryKeyNorm, false))
            attention = attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) };
        return c.Fields.CountOr(ModelKeys.SlidingWindow, 0) is var window and > 0 ? attention with { Window = window } : attention;
    }

    private static FeedForward Dense(ModelConfig c) => c.Flag(ModelKeys.Gated, true)
        ? c.GatedFeedForward()
        : new PlainFeedForward(c.Hidden, c.Width, c.Flag(ModelKeys.FeedForwardBias, false));

    private static RoutedExperts Experts(ModelConfig c) => c.Experts(c.Fields.OptionalInt(ModelKeys.ExpertIntermediateSize) ?? c.Width) with
    {
        SharedWidth = c.Fields.CountOr(ModelKeys.SharedExpertIntermediateSize, 0),
        Matrices = c.Flag(ModelKeys.Gated, true) ? 3 : 2,
    };
}
