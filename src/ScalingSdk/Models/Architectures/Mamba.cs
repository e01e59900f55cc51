using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Mamba: a state-space layer behind one norm, no feed-forward.</summary>
internal static class Mamba
{
    public static ModelParts Describe(ModelConfig c)
    {
        var inner = c.Fields.OptionalInt(ModelKeys.IntermediateSize) ?? checked((long)((c.Fields.Ratio(ModelKeys.StateExpansion) ?? 2) * c.Hidden));
        var mixer = new StateSpace(c.Hidden, inner, c.Fields.IntOr(ModelKeys.StateSize, 16), Rank(c), c.Fields.IntOr(ModelKeys.ConvolutionKernel, 4))
        {
            ConvolutionBias = c.Flag(ModelKeys.ConvolutionBias, true),
            Bias = c.Flag(ModelKeys.Bias, false),
        };
        return Decoder(c, mixer, tied: true);
    }

    /// <summary>Mamba 2.</summary>
    public static ModelParts Describe2(ModelConfig c)
    {
        var heads = c.Fields.IntOr(ModelKeys.AttentionHeads, 128);
        var mixer = new StateSpaceDuality(
            c.Hidden,
            checked((long)heads * c.Fields.IntOr(ModelKeys.HeadSize, 64)),
            heads,
            c.Fields.IntOr(ModelKeys.StateSize, 128),
            c.Fields.IntOr(ModelKeys.StateGroups, 8),
            c.Fields.IntOr(ModelKeys.ConvolutionKernel, 4))
        {
            ConvolutionBias = c.Flag(ModelKeys.ConvolutionBias, true),
            Bias = c.Flag(ModelKeys.Bias, false),
        };
        return Decoder(c, mixer, tied: false);
    }

    /// <summary>The width from which the time step is projected: as given, or a sixteenth of the model's ("auto").</summary>
    public static long Rank(ModelConfig c) => c.Fields.Member(ModelKeys.TimeStepRank) is null or { Value: JsonString { Value: "auto" } }
        ? (c.Hidden + 15L) / 16
        : c.Fields.Int(ModelKeys.TimeStepRank);

    private static ModelParts Decoder(ModelConfig c, Mixer mixer, bool tied) => new()
    {
        Hidden = c.Hidden,
        Embeddings = c.Embeddings(),
        Layers = c.Stack(new Layer(mixer, FeedForward: null, Norm.Rms(c.Hidden))),
        Outside = [OutsidePart.FinalNorm(Norm.Rms(c.Hidden))],
        Head = Head.Of(c.Tied(tied)),
        ContextLength = c.Context,
    };
}
