using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Models.Reading;
using ScalingSdk.Text;

namespace ScalingSdk.Models.Architectures;

/// <summary>Finds the architecture that a section names, or says why it cannot be counted.</summary>
internal static class ArchitectureName
{
    public static Architecture? Find(ModelFields fields, JsonObject section, List<ReadingProblem> problems)
    {
        if (fields.Member(ModelKeys.Architecture) is not { } member)
        {
            if (IsMetaParams(fields, section))
                return ArchitectureCatalog.Find("llama");
            var key = fields.Origin == ModelOrigin.Spec ? "architecture" : "model_type";
            problems.Add(new(ProblemKind.Missing, section.Span, $"'{key}' is missing; write one of {Known()}"));
            return null;
        }

        if (fields.Text(ModelKeys.Architecture) is not { } name)
            return null;
        if (ArchitectureCatalog.Find(name) is { } found)
            return found;
        var nearest = NearestName.Find(name, ArchitectureCatalog.Names);
        fields.Refuse(
            ModelKeys.Architecture,
            $"'{Excerpt.Of(name)}' is not an architecture that can be counted; {(nearest is null ? "" : $"did you mean '{nearest}'? ")}known are {Known()}",
            nearest is null ? null : Remedy.Write(JsonQuote.Of(nearest), "model", member.Name));
        return null;
    }

    // Meta's params.json names no type; DeepSeek's native files have the same words and experts besides.
    private static bool IsMetaParams(ModelFields fields, JsonObject section) =>
        fields.Origin == ModelOrigin.ConfigFile && section.Find("dim") is not null && section.Find("n_layers") is not null
        && section.Find("moe") is null && !fields.Has(ModelKeys.Experts) && !fields.Has(ModelKeys.KeyValueRank);

    private static string Known() => string.Join(", ", ArchitectureCatalog.All.Select(static a => a.Name));
}
