using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Models.Reading;

/// <summary>Keys of a spec's model that change nothing: unknown ones, and sizes that the architecture does not have.</summary>
internal static class UnreadKeys
{
    private static readonly ModelKey[] Sizes =
    [
        ModelKeys.Experts, ModelKeys.ActiveExperts, ModelKeys.ExpertIntermediateSize, ModelKeys.SharedExperts,
        ModelKeys.SharedExpertIntermediateSize, ModelKeys.FirstDenseLayers, ModelKeys.DecoderLayers, ModelKeys.PaddedVocabularySize,
    ];

    public static IEnumerable<ReadingProblem> In(JsonObject section, ModelFields fields)
    {
        foreach (var member in section.Members)
        {
            if (ModelKeys.Find(member.Name) is not null || KeysWithoutSize.Contains(member.Name) || ModelKeys.OfTheSpec.Contains(member.Name, StringComparer.Ordinal))
                continue;
            var nearest = NearestName.Find(member.Name, ModelKeys.Names);
            yield return new(
                ProblemKind.UnknownKey,
                member.NameSpan,
                $"'{Excerpt.Of(member.Name)}' is no key of a model{(nearest is null ? "" : $"; did you mean '{nearest}'?")}",
                nearest is null ? null : Remedy.Rename(nearest, "model", member.Name));
        }

        foreach (var key in Sizes)
        {
            if (fields.Unasked(key) is { } unread)
                yield return new(ProblemKind.UnknownKey, unread.NameSpan, $"'{unread.Name}' changes nothing, '{fields.Architecture}' has no such size; remove it",
                    Remedy.Remove("model", unread.Name));
        }
    }
}
