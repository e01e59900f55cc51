using ScalingSdk.Json;
using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models.Reading;

/// <summary>Gives layers their sliding windows.</summary>
internal static class Windows
{
    /// <summary>The stack with windows on the layers that 'layer_types' names, or else on those of the architecture's own rule.</summary>
    public static Layer[] On(ModelConfig config, Layer[] stack, Func<int, bool> isLocal)
    {
        var window = config.Fields.CountOr(ModelKeys.SlidingWindow, 0);
        var listed = Listed(config, stack.Length);
        return window == 0 ? stack : Apply(stack, window, listed is null ? isLocal : i => listed[i]);
    }

    public static Layer[] Apply(Layer[] stack, int window, Func<int, bool> isLocal)
    {
        var local = new Dictionary<Layer, Layer>(4);
        for (var i = 0; i < stack.Length; i++)
        {
            if (!isLocal(i))
                continue;
            if (!local.TryGetValue(stack[i], out var windowed))
                local[stack[i]] = windowed = stack[i] with { Attention = stack[i].Attention with { Window = window } };
            stack[i] = windowed;
        }

        return stack;
    }

    private static bool[]? Listed(ModelConfig config, int layers)
    {
        if (config.Fields.Member(ModelKeys.LayerTypes) is not { } member)
            return null;
        if (member.Value is not JsonArray types || types.Items.Count != layers)
        {
            config.Fields.Refuse(ModelKeys.LayerTypes, $"'{member.Name}' does not name the type of each of the {layers.ToString(System.Globalization.CultureInfo.InvariantCulture)} layers");
            return null;
        }

        var local = new bool[layers];
        for (var i = 0; i < layers; i++)
        {
            var type = (types.Items[i] as JsonString)?.Value;
            if (type is not ("full_attention" or "sliding_attention"))
                config.Fields.Refuse(ModelKeys.LayerTypes, $"'{member.Name}' has {ModelFields.Quoted(types.Items[i])}; layers are counted as 'full_attention' or 'sliding_attention'");
            local[i] = type is "sliding_attention";
        }

        return local;
    }
}
