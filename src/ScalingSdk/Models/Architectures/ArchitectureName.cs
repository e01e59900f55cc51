using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Models.Reading;
using ScalingSdk.Text;

namespace ScalingSdk.Models.Architectures;

/// <summary>Finds the architecture that a section names, or says why it cannot be counted.</summary>
internal static class ArchitectureName
{
    private const string OneOfThese = "write one such as 'llama', 'qwen3' or 'gpt2' (docs/models.md lists all)";
    private const string Instead = "give \"parameters\" in place of its sizes, \"active_parameters\" too where it has experts, or its layers as \"blocks\"";
    private const string InsteadOfCode = "plan it by a *.scaling.json that gives its parameters in place of its sizes, and remove the attribute";

    public static Architecture? Find(ModelFields fields, List<ReadingProblem> problems, List<string> notes)
    {
        if (fields.Member(ModelKeys.Architecture) is not { } member)
        {
            if (fields.Has(ModelKeys.Blocks))
                return Blocks.Architecture;
            if (fields.Origin == ModelOrigin.ConfigFile && UnnamedFile.Find(fields, notes) is { } unnamed)
                return unnamed;
            if (fields.Sound)
                problems.Add(Missing(fields));
            return null;
        }

        if (fields.Text(ModelKeys.Architecture) is not { } name)
            return null;
        var found = ArchitectureCatalog.Find(name);
        if (fields.Origin == ModelOrigin.Spec && fields.Has(ModelKeys.Blocks))
        {
            if (found is null)
                return Blocks.Architecture;
            fields.Refuse(ModelKeys.Architecture, $"'{member.Label}' and 'blocks' both describe the layers", Remedy.Advice("remove one of them"));
            return null;
        }

        if (found is not null)
            return found;
        if (UncountedNames.Contains(name))
        {
            fields.Refuse(ModelKeys.Architecture, $"'{name}' is a known architecture that is not counted", Remedy.Advice(fields.Section.Origin.Kind == OriginKind.Code ? InsteadOfCode : Instead));
            return null;
        }

        var nearest = Meant(name);
        fields.Refuse(
            ModelKeys.Architecture,
            $"'{Excerpt.Of(name)}' is not an architecture that is counted",
            nearest is null ? Remedy.Advice(fields.Section.Origin.Kind == OriginKind.Code ? InsteadOfCode : fields.Section.Find("parameters") is null ? Instead : $"remove it: \"parameters\" gives the size") : Remedy.Write(JsonQuote.Of(nearest), "model", member.Name) with { Text = Suggest.Hint(nearest) });
        return null;
    }

    private static ReadingProblem Missing(ModelFields fields)
    {
        if (fields.Origin == ModelOrigin.Spec)
            return new(ProblemKind.Missing, fields.Section.Origin, "'architecture' is missing", Remedy.Advice(OneOfThese));
        if (ForeignFile.Name(fields.Section) is { } kind)
            return new(ProblemKind.Missing, fields.Section.Origin, kind);
        return new(ProblemKind.Missing, fields.Section.Origin, "'model_type' is missing", Remedy.Advice(Hint(fields)));
    }

    // The class has the name in capitals; a file of DeepSeek's or Mistral's own has latent attention or experts under the names of neither.
    private static string Hint(ModelFields fields)
    {
        if (fields.Section.Find("dim") is not null && (fields.Has(ModelKeys.KeyValueRank) || fields.Has(ModelKeys.Experts)))
            return "this file has experts or latent attention in its trainer's own words: add \"model_type\": \"deepseek_v3\" or \"deepseek_v2\" if it is one of these, or pass the config.json of the Hub";
        if (fields.Member(ModelKeys.Architectures)?.Value is not JsonArray { Items.Count: > 0 } list || list.Items[0] is not JsonString { Value: var name })
            return OneOfThese;
        var at = name.LastIndexOf("For", StringComparison.Ordinal);
        var stem = Plain(at > 0 ? name.Substring(0, at) : name);
        return ArchitectureCatalog.Names.FirstOrDefault(known => Plain(known).Equals(stem, StringComparison.OrdinalIgnoreCase)) is { } meant
            ? $"add \"model_type\": \"{meant}\", which its class '{Excerpt.Of(name)}' has"
            : $"its class '{Excerpt.Of(name)}' is none that is known: {OneOfThese}; or {Instead}";
    }

    private static string Plain(string name) => name.Replace("_", "").Replace("-", "");

    // What people call it and no file does: GPT-3 has GPT-2's layers, and Llama 2 and 3 those of the first.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gpt3"] = "gpt2",
        ["gpt-3"] = "gpt2",
        ["llama2"] = "llama",
        ["llama-2"] = "llama",
        ["llama3"] = "llama",
        ["llama-3"] = "llama",
        ["llama3.1"] = "llama",
        ["llama-3.1"] = "llama",
    };

    // A typing mistake, never another version or a longer name: 'qwen4' and 'llama_moe' are models, not mistakes for one that is known.
    private static string? Meant(string name)
    {
        if (OtherNames.TryGetValue(name, out var other))
            return other;
        if (Suggest.Nearest(name, ArchitectureCatalog.Names) is not { } nearest)
            return null;
        return Digits(name).Equals(Digits(nearest), StringComparison.Ordinal) && Math.Abs(name.Length - nearest.Length) <= 1 ? nearest : null;
    }

    private static string Digits(string name) => new([.. name.Where(char.IsDigit)]);
}
