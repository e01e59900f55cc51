using Microsoft.CodeAnalysis;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;
using ScalingSdk.Text;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A finding of a construction: where it is shown, and what to write there instead where that is known.</summary>
internal sealed record ConstructionFinding(RuleInfo Rule, Severity Severity, Location Location, string Message, CodeRemedy? Remedy = null);

/// <summary>Runs a construction through the pipeline as the spec that it stands for.</summary>
/// <param name="type">What the attribute of its type states.</param>
/// <param name="isOfDefaults">True for what is found in the type's defaults too: no construction has made that wrong.</param>
internal sealed class ConstructionFindings(ConfigType type, Func<ConstructionFinding, bool> isOfDefaults)
{
    // Both padded, neither of characters: what is found with the one and the other depends on no vocabulary.
    private const string SmallVocabulary = "8192";
    private const string LargeVocabulary = "262144";

    public IEnumerable<ConstructionFinding> Of(Construction construction, CancellationToken cancellation)
    {
        var entries = SpecEntries.Of(construction, type);
        foreach (var value in entries.Unknown)
            yield return Unknown(construction, value);
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

    private ConstructionFinding[] Run(Construction construction, IReadOnlyList<SpecEntry> entries, CancellationToken cancellation)
    {
        var spec = SpecEntry.Tree(construction.Type.Name, entries);
        var result = SpecPipeline.Run(construction.Syntax.SyntaxTree.FilePath, spec, static _ => null, withRules: true, cancellation);
        return [.. result.Findings.Select(finding => Placed(finding, entries, construction))];
    }

    private ConstructionFinding Placed(Finding finding, IReadOnlyList<SpecEntry> spec, Construction construction)
    {
        var origin = (finding.Origin.Site as SpecEntry)?.Origin;
        var message = finding.MissingKey is { } key ? finding.Message + HowToState(key, construction) : finding.Message;
        var found = new ConstructionFinding(finding.Rule, finding.Severity, construction.Show(origin, finding.Rule), message);
        return found.Location == construction.Head && origin is not null && !construction.Holds(origin) && isOfDefaults(found)
            ? found with { Location = origin.GetLocation(), Remedy = CodeRemedy.Of(finding, spec, construction, ofDefaults: true) }
            : found with { Remedy = CodeRemedy.Of(finding, spec, construction, ofDefaults: false) };
    }

    /// <summary>What is found whatever the vocabulary; the numbers in the text are those of a small one.</summary>
    private IEnumerable<ConstructionFinding> RunWithoutVocabulary(
        Construction construction, IReadOnlyList<SpecEntry> entries, CancellationToken cancellation)
    {
        var small = Run(construction, [.. entries, new SpecEntry(KeyPath.Vocabulary, SmallVocabulary, null)], cancellation);
        var large = Run(construction, [.. entries, new SpecEntry(KeyPath.Vocabulary, LargeVocabulary, null)], cancellation);
        foreach (var finding in small)
        {
            var same = Array.FindAll(large, other => other.Rule == finding.Rule && other.Severity == finding.Severity && other.Location == finding.Location);
            if (same.Length == 0)
                continue;
            yield return Array.Exists(same, other => string.Equals(other.Message, finding.Message, StringComparison.Ordinal))
                ? finding
                : finding with { Message = $"{finding.Message} (the numbers are for a vocabulary of '{SmallVocabulary}', which is unknown here)", Remedy = null };
        }
    }

    private static ConstructionFinding Unknown(Construction construction, StatedValue value)
    {
        var location = construction.Show(value.Origin);
        var why = value.Value.Number is { } number ? $"'{value.Name}' is '{NumberText.Round(number)}'" : $"'{value.Name}' is not constant here";
        var what = $"{why}, so '{value.Key}' is unknown";
        var message = value.Key == KeyPath.Vocabulary ? NoVocabulary(what)
            : value.Key.Section is "model" ? $"{what} and the model is not checked; write a constant"
            : $"{what} and what depends on it is not checked; write a constant, or state it at [ScalingModel]";
        return new(UnknownValue.Info, Severity.Suggestion, location, message);
    }

    /// <summary>Which member would state a key that is missing.</summary>
    private static string HowToState(string key, Construction construction)
    {
        var names = string.Join(", ", MemberNames.Of(new KeyPath(KeyPath.Vocabulary.Section, key)).Select(static name => $"'{name}'"));
        var attribute = string.Equals(key, KeyPath.Context.Key, StringComparison.Ordinal) ? ", or state it with [ScalingModel(..., ContextLength = 1024)]" : "";
        return $"; no member of '{construction.Type.Name}' is called {names} or the like{attribute}";
    }

    private static string NoVocabulary(string what) =>
        $"{what}: reported is what holds for '{SmallVocabulary}' and '{LargeVocabulary}' alike; state it with [ScalingModel(..., VocabularySize = 50257)]";
}
