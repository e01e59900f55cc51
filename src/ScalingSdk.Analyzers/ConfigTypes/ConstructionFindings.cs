using Microsoft.CodeAnalysis;
using ScalingSdk.Rules;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A finding of a construction: where it is shown, and what to write there instead where that is known.</summary>
internal sealed record ConstructionFinding(RuleInfo Rule, Severity Severity, Location Location, string Message, CodeRemedy? Remedy = null);

/// <summary>Runs a construction through the pipeline as the spec that it stands for.</summary>
internal static class ConstructionFindings
{
    // Both padded, neither of characters: what is found with the one and the other depends on no vocabulary.
    private const string SmallVocabulary = "8192";
    private const string LargeVocabulary = "262144";

    public static IEnumerable<ConstructionFinding> Of(Construction construction, ConfigType type, CancellationToken cancellation)
    {
        var entries = SpecEntries.Of(construction, type);
        foreach (var value in entries.Unknown)
            yield return Unknown(construction, value, entries);
        if (!entries.IsModelKnown)
            yield break;
        if (entries.HasVocabulary)
        {
            foreach (var finding in Run(construction, entries.Known, cancellation))
                yield return finding;
            yield break;
        }

        if (entries.Unknown.All(static value => value.Key != KeyPath.Vocabulary))
            yield return new(UnknownValue.Info, Severity.Suggestion, construction.Head, NoVocabulary("the vocabulary is not stated"));
        foreach (var finding in RunWithoutVocabulary(construction, entries.Known, cancellation))
            yield return finding;
    }

    /// <summary>The spec that a construction stands for.</summary>
    public static SpecText Text(Construction construction, IEnumerable<SpecEntry> entries) => SpecText.Of(construction.Type.Name, entries);

    private static ConstructionFinding[] Run(Construction construction, IEnumerable<SpecEntry> entries, CancellationToken cancellation)
    {
        var spec = Text(construction, entries);
        var result = SpecPipeline.Run(construction.Syntax.SyntaxTree.FilePath, spec.Text, static _ => null, cancellation);
        return [.. result.Findings.Select(finding =>
        {
            var location = construction.Show(spec.At(finding.Span)?.Origin, finding.Rule);
            return new ConstructionFinding(finding.Rule, finding.Severity, location, finding.Message, CodeRemedy.Of(finding, spec, construction));
        })];
    }

    /// <summary>What is found whatever the vocabulary; the numbers in the text are those of a small one.</summary>
    private static IEnumerable<ConstructionFinding> RunWithoutVocabulary(
        Construction construction, IReadOnlyList<SpecEntry> entries, CancellationToken cancellation)
    {
        var small = Run(construction, [.. entries, new SpecEntry(KeyPath.Vocabulary, SmallVocabulary, null)], cancellation);
        var large = Run(construction, [.. entries, new SpecEntry(KeyPath.Vocabulary, LargeVocabulary, null)], cancellation);
        foreach (var finding in small)
        {
            if (Array.Find(large, other => other.Rule == finding.Rule && other.Severity == finding.Severity && other.Location == finding.Location) is not { } same)
                continue;
            yield return string.Equals(same.Message, finding.Message, StringComparison.Ordinal)
                ? finding
                : finding with { Message = $"{finding.Message} (the numbers are for a vocabulary of '{SmallVocabulary}', which is unknown here)", Remedy = null };
        }
    }

    private static ConstructionFinding Unknown(Construction construction, StatedValue value, SpecEntries entries)
    {
        var location = construction.Show(value.Origin);
        var what = $"'{value.Name}' is not constant here, so '{value.Key}' is unknown";
        var message = value.Key == KeyPath.Vocabulary ? NoVocabulary(what)
            : value.Key.Section is "model" ? $"{what} and the model is not checked; write a constant"
            : $"{what} and what depends on it is not checked; write a constant, or state it at [ScalingModel]";
        return new(UnknownValue.Info, Severity.Suggestion, location, message);
    }

    private static string NoVocabulary(string what) =>
        $"{what}: reported is what holds for '{SmallVocabulary}' and '{LargeVocabulary}' alike; state it with [ScalingModel(..., VocabularySize = 50257)]";
}
