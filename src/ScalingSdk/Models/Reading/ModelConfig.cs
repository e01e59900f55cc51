using System.Globalization;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Text;

namespace ScalingSdk.Models.Reading;

/// <summary>What the fields of a model section mean: the sizes that architectures are declared from.</summary>
internal sealed class ModelConfig(ModelFields fields)
{
    public ModelFields Fields { get; } = fields;

    public string Architecture => Fields.Architecture;

    public int Hidden => Fields.Int(ModelKeys.HiddenSize);

    public int Layers => Fields.Int(ModelKeys.Layers);

    public int Heads => Fields.Int(ModelKeys.AttentionHeads);

    public int? Context => Fields.OptionalInt(ModelKeys.ContextLength);

    /// <summary>Rows of the token table: the padded vocabulary where one is given.</summary>
    public long Vocabulary
    {
        get
        {
            if (Fields.Has(ModelKeys.PaddedVocabularySize))
                return Fields.Long(ModelKeys.PaddedVocabularySize);
            if (Fields.Member(ModelKeys.VocabularySize) is { Value: JsonNumber { Text: "-1" } } member)
                Fields.Refuse(ModelKeys.VocabularySize, $"'{member.Label}' is '-1', which leaves it to the tokenizer", Remedy.Advice("write the rows of the token embedding"));
            return Fields.Long(ModelKeys.VocabularySize);
        }
    }

    /// <summary>Absent, each query head has its own.</summary>
    public int KeyValueHeads
    {
        get
        {
            var heads = Heads;
            var groups = Fields.IntOr(ModelKeys.KeyValueHeads, heads);
            if (Fields.Sound && heads % groups != 0)
                Fields.Refuse(ModelKeys.KeyValueHeads, $"{Value(ModelKeys.AttentionHeads, heads)} is not a multiple of {Value(ModelKeys.KeyValueHeads, groups)}, each of which serves the same number of query heads",
                    Fields.Member(ModelKeys.KeyValueHeads) is { } member ? Remedy.Write(Number(HeadShape.Groups(heads, groups)), "model", member.Name) : null);
            return groups;
        }
    }

    public bool Flag(ModelKey key, bool fallback) => Fields.Flag(key, fallback);

    /// <summary>As the file says, or as the architecture's class does.</summary>
    public bool Tied(bool fallback) => Flag(ModelKeys.TiedEmbeddings, fallback);

    /// <summary>As given, or the architecture's own, or the hidden size divided by the heads.</summary>
    public int HeadSize(int? fallback = null)
    {
        if ((Fields.OptionalInt(ModelKeys.HeadSize) ?? Fields.OptionalInt(ModelKeys.AttentionHeadSize) ?? fallback) is { } size)
            return size;
        var (hidden, heads) = (Hidden, Heads);
        if (Fields.Sound && hidden % heads != 0)
        {
            var good = HeadShape.Near(hidden, heads);
            var (key, value) = good.Heads == heads ? (ModelKeys.HiddenSize, good.Hidden) : (ModelKeys.AttentionHeads, good.Heads);
            var member = Fields.Member(key)!;
            Fields.Refuse(
                ModelKeys.HiddenSize,
                $"{Value(ModelKeys.HiddenSize, hidden)} does not divide by {Value(ModelKeys.AttentionHeads, heads)}",
                Remedy.Write(Number(value), "model", member.Name) with
                {
                    Text = $"write '{Number(value)}' for '{member.Label}', {Number(good.Heads)} heads of {Number(good.Hidden / good.Heads)}{(member.NameOrigin.Kind == OriginKind.Code ? "" : ", or give 'head_size'")}",
                });
        }

        return Math.Max(1, hidden / heads);
    }

    /// <summary>The inner width of the feed-forward; four times the hidden size where absent.</summary>
    public long WidthOrFourfold => Fields.OptionalInt(ModelKeys.IntermediateSize) ?? 4L * Hidden;

    /// <summary>The inner width of the feed-forward where the architecture has no rule for it.</summary>
    public int Width
    {
        get
        {
            if (Fields.OptionalInt(ModelKeys.IntermediateSize) is { } width)
                return width;
            var usual = (((8L * Hidden / 3) + 255) / 256) * 256;
            return Fields.Missing(ModelKeys.IntermediateSize, Fields.Sound ? $"; eight thirds of the hidden size would be '{Number(usual)}'" : null);
        }
    }

    // Where the heads do not divide the width, what shares them follows from other heads.
    public GroupedQueryAttention Attention(AttentionBias bias = Parts.AttentionBias.None, int? headSize = null)
    {
        var size = HeadSize(headSize);
        return new(Hidden, Heads, KeyValueHeads, size) { Bias = bias };
    }

    /// <summary>The biases that 'attention_bias' switches on.</summary>
    public AttentionBias AttentionBias(bool fallback = false, AttentionBias biases = Parts.AttentionBias.All) =>
        Flag(ModelKeys.AttentionBias, fallback) ? biases : Parts.AttentionBias.None;

    /// <summary>A gated feed-forward of the given width, with biases where 'mlp_bias' says so.</summary>
    public GatedFeedForward GatedFeedForward() => new(Hidden, Width, Flag(ModelKeys.FeedForwardBias, false));

    /// <summary>Routed experts of this inner width.</summary>
    public RoutedExperts Experts(long width)
    {
        var experts = Fields.Int(ModelKeys.Experts);
        var active = Fields.Int(ModelKeys.ActiveExperts);
        if (Fields.Sound && active > experts)
            Fields.Refuse(ModelKeys.ActiveExperts, $"{Value(ModelKeys.ActiveExperts, active)} is more than {Value(ModelKeys.Experts, experts)}");
        return new(Hidden, experts, active, width);
    }

    /// <summary>The inner width of one expert where it has its own.</summary>
    public int ExpertWidth => Fields.Int(ModelKeys.ExpertIntermediateSize);

    public Embeddings Embeddings(long positions = 0) => new(Vocabulary, Hidden) { Positions = positions };

    /// <summary>Elements of a table of learned positions.</summary>
    public long LearnedPositions(int extraRows = 0)
    {
        if (Context is { } context)
            return checked((context + (long)extraRows) * Hidden);
        return Fields.Missing(ModelKeys.ContextLength, ": it learns a vector for each position");
    }

    /// <summary>Layers by their index; equal layers are one object.</summary>
    public Layer[] Stack(Func<int, Layer> pick)
    {
        var stack = new Layer[Layers];
        for (var i = 0; i < stack.Length; i++)
            stack[i] = pick(i);
        return stack;
    }

    public Layer[] Stack(Layer layer) => Stack(_ => layer);

    internal string Value(ModelKey key, long value) => $"'{Fields.Member(key)?.Label ?? key.Name}' {Number(value)}";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
