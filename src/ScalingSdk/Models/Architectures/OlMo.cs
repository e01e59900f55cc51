using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>
/// OLMo: LLaMA's parts with norms that have no parameters. Its native files pad the vocabulary to 'embedding_size' and give the
/// width of gate and value together as 'mlp_hidden_size'.
/// </summary>
internal static class OlMo
{
    public static ModelParts Describe(ModelConfig c) => new()
    {
        Hidden = c.Hidden,
        Embeddings = new(Rows(c), c.Hidden),
        Layers = c.Stack(new Layer(
            c.Attention(c.Flag(ModelKeys.AttentionBias, false) ? AttentionBias.All : AttentionBias.None),
            new GatedFeedForward(c.Hidden, GatedWidth(c)),
            Norms: 0)),
        Outside = [],
        Head = Head.Of(c.Tied(false)),
        ContextLength = c.Context,
    };

    public static long Rows(ModelConfig c) =>
        c.Fields.Has(ModelKeys.EmbeddingSize) ? c.Fields.Long(ModelKeys.EmbeddingSize) : c.Vocabulary;

    public static long GatedWidth(ModelConfig c) =>
        c.Fields.OptionalInt(ModelKeys.DoubledWidth) is { } doubled ? doubled / 2
        : c.Fields.Ratio(ModelKeys.ExpansionRatio) is { } ratio ? checked((long)(ratio * c.Hidden / 2))
        : c.Width;
}
