using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Text;

namespace ScalingSdk.Models.Reading;

/// <summary>Keys that an architecture does not read: unknown ones of a spec, and those of parts that it does not have.</summary>
internal static class UnreadKeys
{
    // Keys of whole parts: where one has a value and nothing read it, the count is another model's.
    private static readonly ModelKey[] OfParts =
    [
        ModelKeys.Experts, ModelKeys.ExpertIntermediateSize, ModelKeys.SharedExperts, ModelKeys.SharedExpertIntermediateSize, ModelKeys.ExpertLayers,
        ModelKeys.ExpertLayerTypes,
        ModelKeys.KeyValueRank, ModelKeys.QueryRank, ModelKeys.IndexerHeads, ModelKeys.IndexerKeys,
        ModelKeys.StateSize, ModelKeys.StateHeads, ModelKeys.StateGroups, ModelKeys.LinearKeyHeads, ModelKeys.LinearValueHeads, ModelKeys.ConvolutionKernel,
        ModelKeys.LayerPattern, ModelKeys.LayerBlockTypes, ModelKeys.AttentionTypeList, ModelKeys.AttentionPeriod, ModelKeys.AttentionLayers,
        ModelKeys.SharedBlockLayers, ModelKeys.CrossAttentionLayers, ModelKeys.AltUpInputs, ModelKeys.LaurelRank, ModelKeys.PerLayerWidth,
        ModelKeys.GlobalHeadSize, ModelKeys.KeysAreValues, ModelKeys.ExpertsBeside, ModelKeys.DenseIntermediateSize, ModelKeys.ExpertLatentSize,
        ModelKeys.SharedKeyValues, ModelKeys.EmbeddingWidth, ModelKeys.ExpertConfig, ModelKeys.AdapterRank, ModelKeys.DecayRank,
        ModelKeys.PaddedVocabularySize, ModelKeys.DecoderLayers,
    ];

    /// <summary>One problem where a part that is stated is not counted.</summary>
    public static void Refuse(ModelFields fields, ModelParts parts, List<string> notes)
    {
        if (!fields.Sound)
            return;
        foreach (var key in OfParts)
        {
            if (fields.Unasked(key) is { } member && States(key, member.Value))
            {
                fields.Refuse(key, $"'{member.Label}' is {ModelFields.Quoted(member.Value)}, and '{fields.Architecture}' is counted without such a part", Remedy.Advice("name the architecture that has it, or remove the key"));
                return;
            }
        }

        if (fields.Unasked(ModelKeys.QueryKeyNorm) is { Value: JsonBoolean { Value: true } } norm
            && parts.Layers.All(static layer => layer.Attention is GroupedQueryAttention { QueryKeyNorms: 0 }))
        {
            fields.Refuse(ModelKeys.QueryKeyNorm, $"'{norm.Label}' is true, and '{fields.Architecture}' is counted without norms on queries and keys", Remedy.Advice("name the architecture that has them, or remove the key"));
        }

        if (fields.Section.Find("quantization_config")?.Value is JsonObject quantized)
            notes.Add($"the file's weights are quantised{Method(quantized)}: what is counted is the model, not its packed words");
        if (fields.Unasked(ModelKeys.PredictionModules) is { Value: JsonNumber { Text: not "0" } } modules)
            notes.Add($"'{modules.Label}' is {ModelFields.Quoted(modules.Value)}: modules that predict further tokens are not counted");
    }

    /// <summary>Keys of a spec's model that mean nothing there.</summary>
    public static void Report(ModelFields fields, List<ReadingProblem> problems)
    {
        foreach (var member in fields.Section.Members)
        {
            if (IsUnknown(member.Name))
                problems.Add(Unknown(fields, member));
        }
    }

    private static ReadingProblem Unknown(ModelFields fields, JsonMember member)
    {
        var meant = ModelWords.Meant(member.Name);
        return new(
            ProblemKind.UnknownKey,
            member.NameOrigin,
            $"'{Excerpt.Of(member.Name)}' is not a key of a model",
            meant is null ? null : MistypedKey.Help(fields.Section, member.Name, fields.Member(meant)?.Name ?? meant.Name, MeantBy, "model", member.Name));
    }

    /// <summary>One problem where a key is missing because another word stands for it: on that word.</summary>
    public static void Join(ModelFields fields, List<ReadingProblem> problems)
    {
        foreach (var member in fields.Section.Members)
        {
            var unknown = problems.FindIndex(problem => problem.Kind == ProblemKind.UnknownKey && problem.Origin == member.NameOrigin);
            if (unknown < 0 || ModelWords.Meant(member.Name)?.Name is not { } meant)
                continue;
            var missing = problems.FindIndex(problem => problem.Kind == ProblemKind.Missing && string.Equals(problem.MissingKey, meant, StringComparison.Ordinal));
            if (missing < 0)
                continue;
            problems[unknown] = problems[unknown] with { Kind = ProblemKind.Missing, Headline = $"'{meant}' is missing, and '{Excerpt.Of(member.Name)}' is not a key of a model" };
            problems.RemoveAt(missing);
        }
    }

    private static bool IsUnknown(string name) =>
        ModelKeys.Find(name) is null && !KeysWithoutSize.Contains(name) && !ModelKeys.OfTheSpec.Contains(name, StringComparer.Ordinal);

    private static string? MeantBy(string name) => IsUnknown(name) ? ModelWords.Meant(name)?.Name : null;

    private static string Method(JsonObject quantized) => quantized.Find("quant_method")?.Value is JsonString method ? $" ('{Excerpt.Of(method.Value)}')" : "";

    // 0, false, an empty list and one expert say that there is none.
    private static bool States(ModelKey key, JsonNode value) => value switch
    {
        JsonBoolean flag => flag.Value,
        JsonArray list => list.Items.Count > 0,
        JsonNumber number => ModelFields.Double(number) is not { } count || count > (key == ModelKeys.Experts ? 1 : 0),
        _ => true,
    };
}
