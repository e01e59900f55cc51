using System.Text;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Specs;

namespace ScalingSdk.Tool.Input;

/// <summary>The text of a new spec: what was answered stands there, the other keys as comments to uncomment.</summary>
internal static class NewSpec
{
    public static string FileName(string? config) =>
        (config is null or InputFile.Standard ? "plan" : ConfigFile.SpecNameOf(config)) + ".scaling.json";

    public static string Write(string path, string? config, IReadOnlyList<SpecFlag> flags, IReadOnlyList<FlagValue> answers)
    {
        var text = new StringBuilder("{\n");
        // An editor that cannot load the address warns, and leaves out the schema that its extension brings.
        text.Append("  // Completes and explains the keys in an editor that has neither ScalingSdk's extension nor its language server.\n");
        text.Append("  // \"$schema\": ").Append(JsonQuote.Of(RootKeys.SchemaAddress)).Append(",\n");
        if (config is not null)
            text.Append("  \"model\": { \"config\": ").Append(JsonQuote.Of(Relative(path, config))).Append(" },\n");
        foreach (var section in flags.GroupBy(static flag => flag.Section, StringComparer.Ordinal))
        {
            if (config is null || section.Key is not "model")
                WriteSection(text, section.Key, [.. section], answers);
        }

        return text.Append("}\n").ToString();
    }

    // A section without an answer is a comment as a whole: to use it, uncomment it.
    private static void WriteSection(StringBuilder text, string section, IReadOnlyList<SpecFlag> flags, IReadOnlyList<FlagValue> answers)
    {
        var prefix = flags.Any(flag => answers.Any(answer => Is(answer, section, flag.Key.Name))) ? "  " : "  // ";
        text.Append(prefix).Append(JsonQuote.Of(section)).Append(": {\n");
        foreach (var flag in flags)
        {
            var answer = answers.LastOrDefault(answer => Is(answer, section, flag.Key.Name))?.Value;
            text.Append(prefix).Append("  // ").Append(char.ToUpperInvariant(flag.Key.PlainMeaning[0])).Append(flag.Key.PlainMeaning, 1, flag.Key.PlainMeaning.Length - 1).Append('\n');
            text.Append(prefix).Append(answer is null && prefix.Length == 2 ? "  // " : "  ");
            text.Append(JsonQuote.Of(flag.Key.Name)).Append(": ").Append(Written(flag.Key, answer ?? flag.Key.Example)).Append(",\n");
        }

        text.Append(prefix).Append("},\n");
    }

    // A number is a number; what has a unit or is a name is a text.
    private static string Written(SpecKey key, string value) =>
        key.Unit is not null && JsonReader.Read(value).Root is JsonNumber number && key.Accepts(number) ? value : JsonQuote.Of(value);

    private static bool Is(FlagValue answer, string section, string key) =>
        string.Equals(answer.Section, section, StringComparison.Ordinal) && string.Equals(answer.Key, key, StringComparison.Ordinal);

    // As seen from the spec, which names files so.
    private static string Relative(string spec, string config)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(spec)) ?? ".";
        return Path.GetRelativePath(folder, Path.GetFullPath(config)).Replace('\\', '/');
    }
}
