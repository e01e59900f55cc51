using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>T5Gemma: an encoder and a decoder of Gemma 2's layers, each with its own sizes and its own token table.</summary>
internal static class T5Gemma
{
    public static ModelParts Describe(ModelConfig c)
    {
        var (encoder, decoder) = (new NestedNumbers(c.Fields, ModelKeys.Encoder), new NestedNumbers(c.Fields, ModelKeys.Decoder));
        var (read, write) = (Of(encoder), Of(decoder));
        var reads = new Layer(read.Attention, read.FeedForward, checked(4 * read.Hidden)) { IsEncoder = true };
        var writes = new Layer(write.Attention, write.FeedForward, checked(6 * write.Hidden))
        {
            CrossAttention = write.Attention with { KeyValueInput = decoder.Of("cross_attention_hidden_size") ?? read.Hidden },
        };
        return new()
        {
            Kind = ModelFamily.EncoderDecoder,
            Hidden = write.Hidden,
            Embeddings = new(decoder.Need("vocab_size"), write.Hidden) { Further = checked((long)encoder.Need("vocab_size") * read.Hidden) },
            Layers = [.. Windowed(c, reads, encoder), .. Windowed(c, writes, decoder)],
            Outside = [new("encoder final norm", read.Hidden), new("decoder final norm", write.Hidden)],
            Head = Head.Of(c.Tied(true)),
            ContextLength = decoder.Of("max_position_embeddings"),
        };
    }

    private static (long Hidden, GroupedQueryAttention Attention, GatedFeedForward FeedForward) Of(NestedNumbers side)
    {
        long hidden = side.Need("hidden_size");
        var heads = side.Need("num_attention_heads");
        return (
            hidden,
            new GroupedQueryAttention(hidden, heads, side.Of("num_key_value_heads") ?? heads, side.Of("head_dim") ?? Gemma.UsualHeadSize),
            new GatedFeedForward(hidden, side.Need("intermediate_size")));
    }

    private static Layer[] Windowed(ModelConfig c, Layer layer, NestedNumbers side)
    {
        var layers = side.Need("num_hidden_layers");
        if (layers > ModelFields.MostLayers)
            c.Fields.Refuse(ModelKeys.Encoder, "'num_hidden_layers' is expected to be at most 65,536");
        var stack = Enumerable.Repeat(layer, Math.Min(layers, ModelFields.MostLayers)).ToArray();
        return Windows.Apply(stack, side.Of("sliding_window") ?? 4096, static i => i % 2 == 0);
    }
}
