using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Zamba 2: Mamba 2 layers, and one or two blocks of attention and feed-forward that several of them share, each use with its own adapters.</summary>
internal static class Zamba2
{
    public static ModelParts Describe(ModelConfig c)
    {
        var fields = c.Fields;
        var state = new Layer(StateSpaces.Of(c, heads: 8, state: 64, inner: StateSpaces.Expanded(c)), FeedForward: null, Norm.Rms(c.Hidden));
        _ = fields.Has(ModelKeys.StateHeadSize);
        var isHybrid = Hybrid(c);
        var uses = Enumerable.Range(0, c.Layers).Count(isHybrid);
        var hybrid = state with { Further = [Adapters(c)] };
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = c.Stack(i => isHybrid(i) ? hybrid : state),
            SharedBlocks = Blocks(c, uses),
            Outside = [OutsidePart.FinalNorm(Norm.Rms(c.Hidden))],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }

    private static int HeadSize(ModelConfig c) => c.Fields.OptionalInt(ModelKeys.AttentionHeadSize) ?? (int)Math.Max(1, 2L * c.Hidden / c.Heads);

    // The blocks take turns.
    private static SharedBlock[] Blocks(ModelConfig c, int uses)
    {
        var blocks = new SharedBlock[c.Fields.IntOr(ModelKeys.SharedBlocks, 1) is var count && count <= ModelFields.MostLayers ? count : 1];
        var attention = new GroupedQueryAttention(c.Hidden, c.Heads, c.KeyValueHeads, HeadSize(c)) { QueryInput = 2L * c.Hidden, KeyValueInput = 2L * c.Hidden };
        var layer = new Layer(attention, new GatedFeedForward(c.Hidden, c.Width), checked(3L * c.Hidden));
        for (var i = 0; i < blocks.Length; i++)
            blocks[i] = new(layer, (uses / blocks.Length) + (i < uses % blocks.Length ? 1 : 0));
        return blocks;
    }

    // At each use: a projection back into the stack, low-rank changes of the feed-forward, and of queries, keys and values.
    private static NamedPart Adapters(ModelConfig c)
    {
        long d = c.Hidden;
        long rank = c.Fields.IntOr(ModelKeys.AdapterRank, 128);
        var width = checked((long)c.Heads * HeadSize(c));
        var attention = c.Flag(ModelKeys.AttentionAdapter, false) ? checked(3 * rank * ((2 * d) + width)) : 0;
        return new("adapters of the shared block", checked((d * d) + (rank * (d + (2L * c.Width))) + attention), 0);
    }

    private static Func<int, bool> Hybrid(ModelConfig c)
    {
        var kinds = LayerKinds.Of(c, ModelKeys.LayerBlockTypes, c.Layers, "mamba", "hybrid");
        if (LayerKinds.Indices(c, ModelKeys.SharedBlockLayers) is { } named)
            return named.Contains;
        if (kinds is not null)
            return i => kinds[i] is "hybrid";
        c.Fields.Missing(ModelKeys.SharedBlockLayers, ": it says where the shared blocks are used");
        return static _ => false;
    }
}
