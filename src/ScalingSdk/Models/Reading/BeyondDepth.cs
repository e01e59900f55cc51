using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models.Reading;

/// <summary>What a file says of layers that the model does not have: it changes nothing, and that is said.</summary>
internal static class BeyondDepth
{
    private static readonly ModelKey[] Lists =
    [
        ModelKeys.DenseLayers, ModelKeys.ExpertLayers, ModelKeys.AttentionLayers, ModelKeys.SharedBlockLayers, ModelKeys.CrossAttentionLayers,
    ];

    /// <summary>One note for each list with a layer beyond the last, and one where experts are stated and no layer has any.</summary>
    public static void Note(ModelFields fields, ModelParts parts, List<string> notes)
    {
        var depth = parts.Layers.Length;
        foreach (var key in Lists)
        {
            if (fields.Unasked(key) is null && fields.Member(key) is { Value: JsonArray list } member && FirstBeyond(list, depth) is { } beyond)
                notes.Add($"'{member.Label}' has layer {ModelFields.Quoted(beyond)}, which has no effect: the layers are 0 to {Text(depth - 1)}");
        }

        // A file with a pattern has the keys of every kind of layer.
        if (fields.Member(ModelKeys.LayerPattern) is not null || fields.Member(ModelKeys.LayerBlockTypes) is not null || fields.Unasked(ModelKeys.Experts) is not null || fields.Member(ModelKeys.Experts) is not { } experts || Number(experts.Value) is not > 1 || HasExperts(parts.Layers))
            return;
        var why = fields.Member(ModelKeys.FirstDenseLayers) is { } first && Number(first.Value) >= depth ? $": '{first.Label}' is {ModelFields.Quoted(first.Value)}" : "";
        notes.Add($"'{experts.Label}' is {ModelFields.Quoted(experts.Value)}, but none of the {Text(depth)} layers has experts{why}");
    }

    private static JsonNode? FirstBeyond(JsonArray list, int depth)
    {
        foreach (var item in list.Items)
        {
            if (Number(item) >= depth)
                return item;
        }

        return null;
    }

    private static bool HasExperts(Layer[] layers) => Array.Exists(layers, static layer => layer.FeedForward is RoutedExperts);

    private static double? Number(JsonNode value) => value is JsonNumber number ? ModelFields.Double(number) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
