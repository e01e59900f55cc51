using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>MPT: ALiBi or learned positions; 'no_bias' leaves out the biases of norms too.</summary>
internal static class Mpt
{
    public static ModelParts Describe(ModelConfig c)
    {
        var bias = !c.Flag(ModelKeys.NoBias, false);
        var norm = Norm.Layer(c.Hidden, bias);
        var width = checked((long)((c.Fields.Ratio(ModelKeys.ExpansionRatio) ?? 4) * c.Hidden));
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(HasPositions(c) ? c.LearnedPositions() : 0),
            Layers = c.Stack(new Layer(
                Attention(c) with { Bias = bias ? AttentionBias.All : AttentionBias.None }, new PlainFeedForward(c.Hidden, width, bias), 2 * norm)),
            Outside = [OutsidePart.FinalNorm(norm)],
            Head = Head.Of(c.Tied(true)),
            ContextLength = c.Context,
        };
    }

    private static GroupedQueryAttention Attention(ModelConfig c)
    {
        var attention = c.Attention();
        var nested = new NestedNumbers(c.Fields, ModelKeys.AttentionConfig).Of("kv_n_heads");
        if (nested is { } groups && c.Fields.Sound && c.Heads % groups != 0)
            c.Fields.Refuse(ModelKeys.AttentionConfig, $"'attn_config.kv_n_heads' is {groups.ToString(System.Globalization.CultureInfo.InvariantCulture)}, which does not divide {c.Value(ModelKeys.AttentionHeads, c.Heads)}");
        return attention with { KeyValueHeads = nested ?? attention.KeyValueHeads };
    }

    // 'learned_pos_emb: true' stands in every file; 'alibi' in 'attn_config' overrules it.
    private static bool HasPositions(ModelConfig c) => c.Flag(ModelKeys.LearnedPositions, true)
        && !(c.Fields.Member(ModelKeys.AttentionConfig)?.Value is JsonObject attention
            && attention.Find("alibi")?.Value is JsonBoolean { Value: true });
}
