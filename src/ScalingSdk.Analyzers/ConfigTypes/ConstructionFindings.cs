using Microsoft.CodeAnalysis;
using ScalingSdk.Diagnostics;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A finding of a construction: where it is shown, and what to write there instead where that is known.</summary>
internal sealed record ConstructionFinding(RuleInfo Rule, Severity Severity, Location Location, string Message, CodeRemedy? Remedy = null);

/// <summary>Runs a construction through the pipeline as the spec that it stands for.</summary>
/// <param name="type">What the attributes state.</param>
/// <param name="isOfDefaults">True for what is found in the type's defaults too: no construction has made that wrong.</param>
internal sealed class ConstructionFindings(ConfigType type, Func<ConstructionFinding, bool> isOfDefaults)
{
    public IEnumerable<ConstructionFinding> Of(Construction construction, CancellationToken cancellation)
    {
        var entries = SpecEntries.Of(construction, type);
        foreach (var finding in UnknownValues.Of(construction, entries.Unknown))
            yield return finding;
        if (!entries.IsModelKnown)
            yield break;
        if (!entries.HasArchitecture)
        {
            yield return UnknownValues.NoArchitecture(construction, type);
            yield break;
        }

        if (entries.HasVocabulary)
        {
            foreach (var finding in Run(construction, entries.Known, cancellation))
                yield return finding;
            yield break;
        }

        if (entries.Unknown.All(static value => value.Key != KeyPath.Vocabulary))
            yield return UnknownValues.NoVocabulary(construction);
        foreach (var finding in RunWithoutVocabulary(construction, entries.Known, cancellation))
            yield return finding;
    }

    private ConstructionFinding[] Run(Construction construction, IReadOnlyList<SpecEntry> entries, CancellationToken cancellation)
    {
        var spec = SpecEntry.Tree(construction.Name, entries);
        var result = SpecPipeline.Run(construction.Syntax.SyntaxTree.FilePath, spec, static _ => null, withRules: true, cancellation);
        return [.. result.Findings.Select(finding => Placed(finding, entries, construction))];
    }

    private ConstructionFinding Placed(Finding finding, IReadOnlyList<SpecEntry> spec, Construction construction)
    {
        // Code that states a value under a name that is not known makes no error.
        if (finding.MissingKey is { } key)
            return UnknownValues.NoMember(construction, key, type);
        var origin = (finding.Origin.Site as SpecEntry)?.Origin;
        var found = new ConstructionFinding(finding.Rule, finding.Severity, construction.Show(origin, finding.Rule), InCode(finding, spec, construction));
        return found.Location == construction.Head && origin is not null && !construction.Holds(origin) && isOfDefaults(found)
            ? found with { Location = origin.GetLocation(), Remedy = CodeRemedy.Of(finding, spec, construction, ofDefaults: true) }
            : found with { Remedy = CodeRemedy.Of(finding, spec, construction, ofDefaults: false) };
    }

    /// <summary>The message; what to type it says by the members of the code, with the value that the expression takes.</summary>
    private static string InCode(Finding finding, IReadOnlyList<SpecEntry> spec, Construction construction) =>
        finding.Help is [Remedy { Typed.Length: > 0 } help, ..] && ReferenceEquals(finding.Remedy, help)
            && (CodeRemedy.Of(finding, spec, construction, ofDefaults: false) ?? CodeRemedy.Of(finding, spec, construction, ofDefaults: true)) is { } remedy
            ? OneLine.Of(finding.Headline, Remedy.Advice(help.Text.Replace(help.Typed, remedy.Typed)))
            : finding.Message;

    /// <summary>What is found whatever the vocabulary, with one padded size and another; the numbers in the text are those of the small one.</summary>
    private IEnumerable<ConstructionFinding> RunWithoutVocabulary(
        Construction construction, IReadOnlyList<SpecEntry> entries, CancellationToken cancellation)
    {
        var small = Run(construction, [.. entries, new SpecEntry(KeyPath.Vocabulary, UnknownValues.SmallVocabulary, null)], cancellation);
        var large = Run(construction, [.. entries, new SpecEntry(KeyPath.Vocabulary, UnknownValues.LargeVocabulary, null)], cancellation);
        foreach (var finding in small)
        {
            var same = Array.FindAll(large, other => other.Rule == finding.Rule && other.Severity == finding.Severity && other.Location == finding.Location);
            if (same.Length == 0)
                continue;
            yield return Array.Exists(same, other => string.Equals(other.Message, finding.Message, StringComparison.Ordinal))
                ? finding
                : finding with { Message = $"{finding.Message} (the numbers are for a vocabulary of '{UnknownValues.SmallVocabulary}', which is unknown here)", Remedy = null };
        }
    }
}
