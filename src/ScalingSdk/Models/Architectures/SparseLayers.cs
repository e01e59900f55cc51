using ScalingSdk.Json;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Which layers of a Qwen have experts: every 'decoder_sparse_step'th, without those that 'mlp_only_layers' names.</summary>
internal static class SparseLayers
{
    public static Func<int, bool> Of(ModelConfig c)
    {
        var step = c.Fields.IntOr(ModelKeys.SparseStep, 1);
        if (c.Fields.Member(ModelKeys.DenseLayers) is not { } member)
            return i => (i + 1) % step == 0;
        var dense = new HashSet<int>();
        if (member.Value is not JsonArray list)
        {
            c.Fields.Refuse(ModelKeys.DenseLayers, $"'{member.Name}' is {member.Value.Kind}; expected an array of layers, from 0");
            return static _ => false;
        }

        foreach (var item in list.Items)
        {
            if (WholeNumber.Read(item, 0, ModelFields.MostLayers, out var wrong) is { } layer)
                dense.Add((int)layer);
            else
                c.Fields.Refuse(ModelKeys.DenseLayers, $"'{member.Name}' has {ModelFields.Quoted(item)}; {wrong}");
        }

        return i => (i + 1) % step == 0 && !dense.Contains(i);
    }
}
