using System.Numerics;

namespace ScalingSdk.Models.Flops;

/// <summary>The attention widths of all layers, query-key and value together: 2 L d_attn in papers whose heads have one size.</summary>
internal static class AttentionWidth
{
    public static BigInteger Sum(ModelDescription model)
    {
        BigInteger sum = 0;
        foreach (var layer in model.Parts.Layers)
            sum += layer.Attention?.CoreWidth ?? 0;
        foreach (var block in model.Parts.SharedBlocks)
            sum += block.Uses * (BigInteger)(block.Layer.Attention?.CoreWidth ?? 0);
        return sum;
    }
}
