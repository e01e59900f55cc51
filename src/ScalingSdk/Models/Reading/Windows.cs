using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models.Reading;

/// <summary>Gives layers their sliding windows.</summary>
internal static class Windows
{
    private const string Full = "full_attention";
    private const string Sliding = "sliding_attention";

    /// <summary>The stack with windows on the layers that 'layer_types' names, otherwise on those of the architecture's own rule.</summary>
    /// <param name="config">The sizes.</param>
    /// <param name="stack">The layers.</param>
    /// <param name="isLocal">The architecture's rule.</param>
    /// <param name="usual">The window of the architecture's class, where a file may leave it out.</param>
    public static Layer[] On(ModelConfig config, Layer[] stack, Func<int, bool> isLocal, int usual = 0)
    {
        var window = config.Fields.CountOr(ModelKeys.SlidingWindow, usual);
        var listed = LayerKinds.Of(config, ModelKeys.LayerTypes, stack.Length, Full, Sliding);
        return window == 0 ? stack : Apply(stack, window, listed is null ? isLocal : i => listed[i] is Sliding);
    }

    public static Layer[] Apply(Layer[] stack, int window, Func<int, bool> isLocal, bool chunked = false)
    {
        var local = new Dictionary<Layer, Layer>(4, ByReference.Comparer);
        for (var i = 0; i < stack.Length; i++)
        {
            if (!isLocal(i) || stack[i].Mixer is not Attention attention)
                continue;
            if (!local.TryGetValue(stack[i], out var windowed))
                local[stack[i]] = windowed = stack[i] with { Mixer = attention with { Window = window, Chunked = chunked } };
            stack[i] = windowed;
        }

        return stack;
    }

    // Equal layers are one object: comparing their sizes would cost more than it finds.
    private sealed class ByReference : IEqualityComparer<Layer>
    {
        public static ByReference Comparer { get; } = new();

        public bool Equals(Layer? x, Layer? y) => ReferenceEquals(x, y);

        public int GetHashCode(Layer obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
