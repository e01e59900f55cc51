using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>RWKV, versions 4 to 7: a carried state and a feed-forward with token shifts, a head of its own.</summary>
internal static class Rwkv
{
    /// <summary>Version 4.</summary>
    public static ModelParts Describe4(ModelConfig c)
    {
        long d = c.Hidden;
        return Decoder(c, _ => State(c, 4 * d * d, 5 * d, stateWidth: 1), Channel(c, c.WidthOrFourfold));
    }

    /// <summary>Version 5: a state of head by head, a gate, a norm of each head.</summary>
    public static ModelParts Describe5(ModelConfig c)
    {
        long d = c.Hidden;
        return Decoder(c, _ => State(c, 5 * d * d, 8 * d, HeadWidth), Channel(c, Width(c)));
    }

    /// <summary>Version 6: shifts and decay that depend on the data, by low ranks.</summary>
    public static ModelParts Describe6(ModelConfig c)
    {
        long d = c.Hidden;
        var ranks = d >= 4096 ? (Shift: 64, Decay: 128) : (Shift: 32, Decay: 64);
        return Decoder(c, _ => State(c, (5 * d * d) + (2 * d * ((5 * ranks.Shift) + ranks.Decay)), 10 * d, HeadWidth), Channel(c, Width(c)));
    }

    /// <summary>Version 7: a state that a generalized delta rule changes.</summary>
    public static ModelParts Describe7(ModelConfig c)
    {
        long d = c.Hidden;
        var (decay, rate, value, gate) = (
            c.Fields.Int(ModelKeys.DecayRank), c.Fields.Int(ModelKeys.RateRank), c.Fields.Int(ModelKeys.ValueRank), c.Fields.Int(ModelKeys.GateRank));

        // A value that is mixed with the first layer's exists behind the first layer alone.
        Mixer At(int layer) => State(
            c,
            checked((4 * d * d) + (2 * d * (decay + rate + gate + (layer > 0 ? value : 0)))),
            checked((11 * d) + (2 * d) + (layer > 0 ? d : 0)),
            HeadWidth,
            flops: 9);
        return Decoder(c, At, new PlainFeedForward(d, c.WidthOrFourfold, Bias: false) { Further = d });
    }

    private const int HeadWidth = 64;

    private static NamedMixer State(ModelConfig c, long weights, long others, int stateWidth, int flops = 5)
    {
        long d = c.Hidden;
        return new(d, "time mix", weights, others, Flops: checked(flops * d * stateWidth), State: checked(d * (stateWidth + 1)));
    }

    // Two matrices and a receptance as large as the model, two token shifts.
    private static PlainFeedForward Channel(ModelConfig c, long width) => new(c.Hidden, width, Bias: false) { Further = 2L * c.Hidden, Receptance = true };

    private static long Width(ModelConfig c) => c.Fields.OptionalInt(ModelKeys.IntermediateSize) ?? (long)(c.Hidden * 3.5) / 32 * 32;

    // A LayerNorm before the first layer and one behind the last.
    private static ModelParts Decoder(ModelConfig c, Func<int, Mixer> mixer, FeedForward channel)
    {
        var norm = Norm.Layer(c.Hidden);
        var first = new Layer(mixer(0), channel, 2 * norm);
        var others = first with { Mixer = mixer(1) };
        return new()
        {
            Hidden = c.Hidden,
            Embeddings = c.Embeddings(),
            Layers = c.Stack(i => i == 0 ? first : others),
            Outside = [OutsidePart.EmbeddingNorm(norm), OutsidePart.FinalNorm(norm)],
            Head = Head.Of(c.Tied(false)),
            ContextLength = c.Context,
        };
    }
}
