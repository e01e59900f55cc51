using ScalingSdk.Json;
using ScalingSdk.Models;
using ScalingSdk.Models.Reading;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Input;

/// <summary>A <c>config.json</c> or <c>params.json</c> given where a spec is expected: it becomes the model of a spec.</summary>
internal static class ConfigFile
{
    /// <summary>True for an object that has keys of a model, and none that a spec alone has.</summary>
    public static bool IsConfig(string path, string text) =>
        !path.EndsWith(".scaling.json", StringComparison.OrdinalIgnoreCase)
        && JsonReader.Read(text, JsonLimits.Configuration).Root is JsonObject root
        && ((root.Find("added_tokens") is not null && root.Find("model") is not null) || IsConfig(root));

    private static bool IsConfig(JsonObject root) => !SpecReader.Keys.Except(["name"], StringComparer.Ordinal).Any(key => root.Find(key) is not null)
        && (root.Members.Any(static member => ModelReader.KnownKeys.Contains(member.Name, StringComparer.Ordinal))
            || root.Find("model_config") is not null || root.Find("model_args") is not null || ForeignFile.Name(root) is not null);

    /// <summary>The spec that has this file for its model, and nothing else.</summary>
    public static SpecTree Spec(string path) => SpecTree.Empty(Origin.Option("")).With(SizeKeys.Config, new JsonString(Origin.Option(""), path));

    /// <summary>What to call the model: "gpt2.config.json" is gpt2, "mixtral/config.json" is mixtral.</summary>
    public static string SpecNameOf(string path)
    {
        var file = Path.GetFileName(path);
        var stem = file.Split('.')[0];
        if (stem is "config" or "params")
            stem = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? stem;
        else if (file.EndsWith(".config.json", StringComparison.OrdinalIgnoreCase))
            stem = file[..^".config.json".Length];
        return SpecName.FromPath(stem + ".scaling.json");
    }
}
