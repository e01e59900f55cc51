using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;
using ScalingSdk.Text;

namespace ScalingSdk.Models.Architectures;

/// <summary>The Mamba 2 layer of models that have attention beside it.</summary>
internal static class StateSpaces
{
    /// <param name="c">The sizes.</param>
    /// <param name="heads">Heads of the class.</param>
    /// <param name="state">State of the class.</param>
    /// <param name="inner">Inner channels, where the architecture says them otherwise.</param>
    public static StateSpaceDuality Of(ModelConfig c, int heads, int state, long? inner = null)
    {
        heads = c.Fields.IntOr(ModelKeys.StateHeads, heads);
        var width = inner ?? Inner(c, heads);
        if (c.Fields.Member(ModelKeys.StateHeadSize) is { Value: JsonNumber size } member && checked((long)heads * c.Fields.Int(ModelKeys.StateHeadSize)) is var given && given != width)
            c.Fields.Refuse(ModelKeys.StateHeadSize, $"{NumberText.Grouped(heads)} heads of '{member.Label}' {size.Text} are {NumberText.Grouped(given)} wide, and the layer is {NumberText.Grouped(width)}", Remedy.Advice("change one of them"));
        return new(
            c.Hidden,
            width,
            heads,
            c.Fields.IntOr(ModelKeys.StateSize, state),
            c.Fields.IntOr(ModelKeys.StateGroups, 1),
            c.Fields.IntOr(ModelKeys.ConvolutionKernel, 4))
        {
            ConvolutionBias = c.Flag(ModelKeys.ConvolutionBias, true),
            Bias = c.Flag(ModelKeys.StateBias, false),
        };
    }

    /// <summary>Heads times their width; where that is left out or "auto", the expanded width of the model.</summary>
    private static long Inner(ModelConfig c, int heads) => c.Fields.Member(ModelKeys.StateHeadSize) is null or { Value: JsonString { Value: "auto" } }
        ? Expanded(c)
        : checked((long)heads * c.Fields.Int(ModelKeys.StateHeadSize));

    /// <summary>The expanded width of the model.</summary>
    public static long Expanded(ModelConfig c) => checked((long)((c.Fields.Ratio(ModelKeys.StateExpansion) ?? 2) * c.Hidden));
}
