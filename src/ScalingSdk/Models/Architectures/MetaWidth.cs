using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>The feed-forward width by the rule of Meta's params.json: two thirds of 4 d, times a factor, rounded up.</summary>
internal static class MetaWidth
{
    /// <param name="c">The sizes.</param>
    /// <param name="dividedBy">Llama 4 shares the width out among experts before it is rounded.</param>
    public static long Of(ModelConfig c, int dividedBy = 1)
    {
        if (c.Fields.Has(ModelKeys.IntermediateSize) || !c.Fields.Has(ModelKeys.Multiple))
            return c.Width;
        var width = (long)(8.0 * c.Hidden / 3);
        if (c.Fields.Ratio(ModelKeys.WidthMultiplier) is { } factor)
            width = checked((long)(factor * width));
        width /= dividedBy;
        long multiple = c.Fields.Int(ModelKeys.Multiple);
        return checked((width + multiple - 1) / multiple * multiple);
    }
}
