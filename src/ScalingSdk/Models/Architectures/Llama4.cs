using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Llama 4, its text model: one of many experts beside a shared one on every layer or every second; chunks on three of four layers.</summary>
internal static class Llama4
{
    private const int UsualChunk = 8192;

    public static ModelParts Describe(ModelConfig c)
    {
        var attention = c.Attention(c.AttentionBias());
        var isSparse = Sparse(c);
        // The norms on queries and keys have no parameters.
        _ = c.Flag(ModelKeys.QueryKeyNorm, true) | c.Fields.Has(ModelKeys.DenseIntermediateSize);
        Layer? sparse = null;
        Layer? dense = null;
        var norms = 2 * Norm.Rms(c.Hidden);
        var stack = c.Stack(i => isSparse(i)
            ? sparse ??= new Layer(attention, Experts(c), norms)
            : dense ??= new Layer(attention, new GatedFeedForward(c.Hidden, DenseWidth(c)), norms));
        return Llama.Decoder(c, attention, stack[0].FeedForward!, Head.Of(c.Tied(false))) with { Layers = InChunks(c, stack) };
    }

    private static RoutedExperts Experts(ModelConfig c)
    {
        var experts = c.Fields.Int(ModelKeys.Experts);
        return new(c.Hidden, experts, c.Fields.IntOr(ModelKeys.ActiveExperts, 1), c.Width) { SharedWidth = c.Width };
    }

    private static long DenseWidth(ModelConfig c) => c.Fields.OptionalInt(ModelKeys.DenseIntermediateSize) ?? c.Width;

    // MobileLLM-R1 has this type and no expert; a step of 0 stands for none.
    private static Func<int, bool> Sparse(ModelConfig c)
    {
        if (LayerKinds.Indices(c, ModelKeys.ExpertLayers) is { } listed)
            return listed.Contains;
        var step = c.Fields.CountOr(ModelKeys.ExpertLayerFrequency, 1);
        var none = step == 0 || (c.Fields.Has(ModelKeys.Experts) && c.Fields.CountOr(ModelKeys.Experts, 0) == 0);
        return i => !none && (i + 1) % step == 0;
    }

    private static Layer[] InChunks(ModelConfig c, Layer[] stack)
    {
        var chunk = c.Fields.CountOr(ModelKeys.ChunkSize, UsualChunk);
        var rotated = LayerKinds.Numbers(c, ModelKeys.UnrotatedLayers, stack.Length, least: 0);
        var kinds = LayerKinds.Of(c, ModelKeys.LayerTypes, stack.Length, "full_attention", "chunked_attention");
        return chunk == 0 ? stack : Windows.Apply(
            stack,
            chunk,
            i => kinds is not null ? kinds[i] is "chunked_attention" : rotated is null ? (i + 1) % 4 != 0 : rotated[i] != 0,
            chunked: true);
    }
}
