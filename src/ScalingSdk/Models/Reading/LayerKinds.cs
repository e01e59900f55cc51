using System.Globalization;
using ScalingSdk.Json;

namespace ScalingSdk.Models.Reading;

/// <summary>What a file says of each layer by a list: its type, or its number among those that are meant.</summary>
internal static class LayerKinds
{
    /// <summary>The type of each layer from a list of names, or null where there is none; a name that is not among those allowed is refused.</summary>
    public static string[]? Of(ModelConfig config, ModelKey key, int layers, params string[] allowed)
    {
        var fields = config.Fields;
        if (fields.Member(key) is not { Value: not JsonArray { Items.Count: 0 } } member)
            return null;
        if (member.Value is not JsonArray list || list.Items.Count != layers)
        {
            fields.Refuse(key, $"'{member.Label}' does not name the type of each of the {layers.ToString(CultureInfo.InvariantCulture)} layers");
            return null;
        }

        var kinds = new string[layers];
        for (var i = 0; i < layers; i++)
        {
            kinds[i] = (list.Items[i] as JsonString)?.Value ?? "";
            if (Array.IndexOf(allowed, kinds[i]) < 0)
                fields.Refuse(key, $"'{member.Label}' has {ModelFields.Quoted(list.Items[i])}; layers are counted as {string.Join(" or ", allowed.Select(static kind => $"'{kind}'"))}");
        }

        return kinds;
    }

    /// <summary>The layers that a list names by their number, from 0; null where there is no list.</summary>
    public static HashSet<int>? Indices(ModelConfig config, ModelKey key)
    {
        var fields = config.Fields;
        if (fields.Member(key) is not { } member)
            return null;
        var indices = new HashSet<int>();
        if (member.Value is not JsonArray list)
        {
            fields.Refuse(key, $"'{member.Label}' is {member.Value.Kind}; expected an array of layers, from 0");
            return indices;
        }

        foreach (var item in list.Items)
        {
            if (WholeNumber.Read(item, 0, ModelFields.MostLayers, out var wrong) is { } layer)
                indices.Add((int)layer);
            else
                fields.Refuse(key, $"'{member.Label}' has {ModelFields.Quoted(item)}; {wrong}");
        }

        return indices;
    }

    /// <summary>A number for each layer from a list as long as the stack, or null where the value is not a list.</summary>
    public static long[]? Numbers(ModelConfig config, ModelKey key, int layers, long least = 1)
    {
        var fields = config.Fields;
        if (fields.Member(key) is not { Value: JsonArray { Items.Count: > 0 } list } member)
            return null;
        var numbers = new long[layers];
        if (list.Items.Count != layers)
        {
            fields.Refuse(key, $"'{member.Label}' has {list.Items.Count.ToString(CultureInfo.InvariantCulture)} numbers for {layers.ToString(CultureInfo.InvariantCulture)} layers");
            return numbers;
        }

        for (var i = 0; i < layers; i++)
        {
            if (WholeNumber.Read(list.Items[i], least, int.MaxValue, out var wrong) is { } number)
                numbers[i] = number;
            else
                fields.Refuse(key, $"'{member.Label}' has {ModelFields.Quoted(list.Items[i])}; {wrong}");
        }

        return numbers;
    }
}
