using System.Globalization;
using ScalingSdk.Json;

namespace ScalingSdk.Models.Reading;

/// <summary>Finds the text model in a file: the file itself, or what stands in 'text_config' of a model of text and images.</summary>
internal static class TextModel
{
    // A checkpoint's own record of its arguments, one level down.
    private static readonly string[] Wrappers = ["model_args", "model_config"];

    /// <summary>The object that has the model's sizes: a checkpoint keeps them one level down.</summary>
    public static JsonObject Unwrap(JsonObject section, List<string> notes)
    {
        foreach (var name in Wrappers)
        {
            if (section.Find("model_type") is null && section.Find(name)?.Value is JsonObject inner && inner.Find("n_embd") is not null)
            {
                notes.Add($"the sizes are those of '{name}'");
                return inner;
            }
        }

        return section;
    }

    /// <summary>The fields of the text model; null where the nested object is none.</summary>
    public static ModelFields? Of(ModelFields outer, List<string> notes)
    {
        if (outer.Member(ModelKeys.TextConfig) is not { } nested)
        {
            Tell(outer, notes);
            return outer;
        }

        if (nested.Value is not JsonObject inside)
        {
            outer.Refuse(ModelKeys.TextConfig, $"'{nested.Label}' is {nested.Value.Kind}; expected an object");
            return null;
        }

        Tell(outer, notes);
        var fields = outer.Nested(inside);
        if (inside.Find("_name_or_path")?.Value is JsonString { Value.Length: > 0 } other && !fields.Has(ModelKeys.HiddenSize) && !fields.Has(ModelKeys.Layers))
        {
            outer.Refuse(ModelKeys.TextConfig, $"'{nested.Label}' leaves the sizes to its class; pass the config.json of '{Text.Excerpt.Of(other.Value)}', which it was made from");
            return null;
        }

        // What the whole says about its head holds for its text model (Qwen3-VL: true inside, false outside, untied in truth).
        if (outer.Member(ModelKeys.TiedEmbeddings) is { } tied)
            fields.Override(ModelKeys.TiedEmbeddings, tied);
        if (!fields.Has(ModelKeys.Architecture) && outer.Member(ModelKeys.Architecture) is { } type)
            fields.Override(ModelKeys.Architecture, type);
        return fields;
    }

    // Everything that has an object of its own beside the text's.
    private static void Tell(ModelFields outer, List<string> notes)
    {
        var (sizes, count) = ("", 0);
        foreach (var member in outer.Section.Members)
        {
            if (member.Value is JsonObject other && member.Name.EndsWith("_config", StringComparison.Ordinal) && IsModality(member.Name))
                (sizes, count) = ($"{sizes}{(count == 0 ? "" : " and ")}'{member.Name}'{Size(other, (outer.Member(ModelKeys.Architecture)?.Value as JsonString)?.Value)}", count + 1);
        }

        if (count > 0)
            notes.Add($"the text model alone is counted: {sizes} {(count == 1 ? "is" : "are")} left out");
    }

    private static bool IsModality(string name) =>
        name.StartsWith("vision", StringComparison.Ordinal) || name.StartsWith("audio", StringComparison.Ordinal)
        || name.StartsWith("speech", StringComparison.Ordinal) || name.StartsWith("image", StringComparison.Ordinal)
        || name.StartsWith("vq", StringComparison.Ordinal) || name.StartsWith("talker", StringComparison.Ordinal);

    // A transformer's blocks: 4 w^2 of attention and 2 w f of feed-forward, 3 w f where it is gated; patches, norms and projectors are a few per cent more.
    private static string Size(JsonObject config, string? model)
    {
        if ((Number("hidden_size") ?? Number("embed_dim")) is not { } width || (Number("num_hidden_layers") ?? Number("depth")) is not { } layers)
            return "";
        var inner = Number("intermediate_size") ?? (Number("mlp_ratio") ?? 4) * width;
        var count = layers * ((4 * width * width) + ((IsGated() ? 3 : 2) * width * inner));
        return string.Format(CultureInfo.InvariantCulture, " (about {0:0.##}B in its {1} layers)", count / 1e9, layers);

        bool IsGated() => Word("hidden_act") is "silu" || (Word("model_type") ?? model) is "pixtral" or "qwen2_5_vl" || model is "qwen2_5_vl";

        string? Word(string name) => (config.Find(name)?.Value as JsonString)?.Value;

        double? Number(string name) => config.Find(name)?.Value is JsonNumber number ? ModelFields.Double(number) : null;
    }
}
