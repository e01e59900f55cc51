namespace ScalingSdk.Models.Parts;

/// <summary>What a normalization counts.</summary>
internal static class Norm
{
    /// <summary>RMSNorm: a gain.</summary>
    public static long Rms(long width) => width;

    /// <summary>LayerNorm: a gain and a bias, or the gain alone.</summary>
    public static long Layer(long width, bool bias = true) => checked(bias ? 2 * width : width);
}
