using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models;

/// <summary>What inference keeps of a sequence that it has read: keys and values, latent vectors, carried states.</summary>
internal static class InferenceCache
{
    /// <summary>Elements that each further token adds while no window is full: keys and values of all layers that keep their own.</summary>
    /// <remarks>Llama 3 8B: 32 layers x 2 x 8 heads x 128 = 65,536, or 131,072 bytes in 16 bits. DeepSeek-V3: 61 x (512 + 64) = 35,136.</remarks>
    public static long ElementsPerToken(ModelDescription model) => Layers(model).Sum(static layer => PerToken(layer.Layer) * layer.Uses);

    /// <summary>Elements for a sequence of this length: a window ends what a layer keeps, a state is as large for any length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sequence has no tokens.</exception>
    public static long ElementsOfSequence(ModelDescription model, int sequenceLength)
    {
        if (sequenceLength < 1)
            throw new ArgumentOutOfRangeException(nameof(sequenceLength), sequenceLength, "a sequence has at least one token");
        return Layers(model).Sum(layer => checked(layer.Uses * ((PerToken(layer.Layer) * Kept(layer.Layer, sequenceLength)) + State(layer.Layer))));
    }

    private static IEnumerable<(Layer Layer, int Uses)> Layers(ModelDescription model) => model.Parts.Layers.Where(static layer => !layer.IsEncoder)
        .Select(static layer => (layer, 1)).Concat(model.Parts.SharedBlocks.Select(static block => (block.Layer, block.Uses)));

    private static long PerToken(Layer layer) => checked(
        (layer.Mixer?.CachePerToken ?? 0) + (layer.Beside?.CachePerToken ?? 0) + (layer.CrossAttention?.CachePerToken ?? 0) + (layer.Indexer?.CachePerToken ?? 0));

    private static long State(Layer layer) => checked((layer.Mixer?.CachePerSequence ?? 0) + (layer.Beside?.CachePerSequence ?? 0));

    private static int Kept(Layer layer, int sequenceLength) => layer.Attention is { Window: { } window, ChoosesKeys: false } ? Math.Min(window, sequenceLength) : sequenceLength;
}
