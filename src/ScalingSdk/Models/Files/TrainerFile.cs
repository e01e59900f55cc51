using ScalingSdk.Json;

namespace ScalingSdk.Models.Files;

/// <summary>Files of trainers that name a model or list its sizes: what they are, and the sizes where they say them.</summary>
internal static class TrainerFile
{
    // torchtitan's flavors are Meta's params.json: width, layers, heads, key-value heads, the factor of the inner width and its multiple.
    private static readonly Dictionary<string, (int Width, int Layers, int Heads, int Groups, double Factor, int Multiple)> Titan = new(StringComparer.OrdinalIgnoreCase)
    {
        ["llama3 8B"] = (4096, 32, 32, 8, 1.3, 1024),
        ["llama3 70B"] = (8192, 80, 64, 8, 1.3, 4096),
        ["llama3 405B"] = (16384, 126, 128, 8, 1.2, 4096),
    };

    private const int Llama3Vocabulary = 128_256;

    /// <summary>The sizes as a config.json has them, or what the file is and what to pass instead; neither for any other text.</summary>
    public static (string? Config, string? Problem) Read(string path, string text)
    {
        if (MegatronArguments.Read(text) is var megatron && (megatron.Config ?? megatron.Problem) is not null)
            return megatron;
        if (path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) && Value(text, "flavor") is { } flavor && Value(text, "name") is { } name)
            return OfTitan(name, flavor);
        if (Value(text, "model_name") is { } named)
            return (null, $"this is litgpt's configuration of '{Text.Excerpt.Of(named)}', which has a name and no sizes; pass the model's config.json");
        return (null, null);
    }

    private static (string? Config, string? Problem) OfTitan(string name, string flavor)
    {
        if (!Titan.TryGetValue($"{name} {flavor}", out var size))
            return (null, $"this is torchtitan's configuration of '{Text.Excerpt.Of(name)} {Text.Excerpt.Of(flavor)}', which has a name and no sizes; pass the model's config.json");
        var json = new JsonWriter().StartObject();
        json.Name("dim").Value((long)size.Width);
        json.Name("n_layers").Value((long)size.Layers);
        json.Name("n_heads").Value((long)size.Heads);
        json.Name("n_kv_heads").Value((long)size.Groups);
        json.Name("ffn_dim_multiplier").Value(size.Factor);
        json.Name("multiple_of").Value((long)size.Multiple);
        json.Name("vocab_size").Value((long)Llama3Vocabulary);
        json.Name("tied_embeddings").Value(false);
        return (json.EndObject().ToString(), null);
    }

    // The first line that gives a key a value: 'key = "value"' in TOML, 'key: value' in YAML.
    private static string? Value(string text, string key)
    {
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            if (!trimmed.StartsWith(key, StringComparison.Ordinal))
                continue;
            var rest = trimmed.Substring(key.Length).TrimStart();
            if (rest.Length > 1 && rest[0] is '=' or ':')
                return rest.Substring(1).Split('#')[0].Trim().Trim('"', '\'');
        }

        return null;
    }
}
