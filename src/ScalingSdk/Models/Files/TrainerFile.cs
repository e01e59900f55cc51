namespace ScalingSdk.Models.Files;

/// <summary>Files of trainers that name a model or list its sizes: what they are, and the sizes where they say them.</summary>
internal static class TrainerFile
{
    /// <summary>The sizes as a config.json has them, or what the file is and what to pass instead; neither for any other text.</summary>
    public static (string? Config, string? Problem) Read(string path, string text)
    {
        if (MegatronArguments.Read(text) is var megatron && (megatron.Config ?? megatron.Problem) is not null)
            return megatron;
        if (path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) && Value(text, "flavor") is { } flavor && Value(text, "name") is { } name)
            return Named("torchtitan", $"{name} {flavor}", NamedModels.OfTitan(name, flavor));
        if (LitGptConfig.Read(text) is var sizes && (sizes.Config ?? sizes.Problem) is not null)
            return sizes;
        if (Value(text, "model_name") is { } named)
            return Named("litgpt", named, NamedModels.Config(named));
        return IsYamlOrToml(path)
            ? (null, "this is not JSON, and no trainer's file that is known; pass the model's config.json, or a spec")
            : (null, null);
    }

    private static (string? Config, string? Problem) Named(string trainer, string name, string? config) => config is not null
        ? (config, null)
        : (null, $"this is {trainer}'s configuration of '{Text.Excerpt.Of(name)}', which has a name and no sizes; pass the model's config.json");

    private static bool IsYamlOrToml(string path) => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML" or ".TOML";

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
