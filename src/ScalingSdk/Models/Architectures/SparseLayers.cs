using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Which layers of a Qwen have experts: every 'decoder_sparse_step'th, without those that 'mlp_only_layers' names.</summary>
internal static class SparseLayers
{
    public static Func<int, bool> Of(ModelConfig c)
    {
        var step = c.Fields.IntOr(ModelKeys.SparseStep, 1);
        return LayerKinds.Indices(c, ModelKeys.DenseLayers) is { } dense
            ? i => (i + 1) % step == 0 && !dense.Contains(i)
            : i => (i + 1) % step == 0;
    }
}
