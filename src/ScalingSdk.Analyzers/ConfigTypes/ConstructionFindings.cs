using Microsoft.CodeAnalysis;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A finding of a construction: where it is shown, and what to write there instead where that is known.</summary>
internal sealed record ConstructionFinding(RuleInfo Rule, Severity Severity, Location Location, string Message, CodeRemedy? Remedy = null);

/// <summary>Runs a construction through the pipeline as the spec that it stands for.</summary>
/// <param name="type">What the attributes state.</param>
/// <param name="isOfDefaults">True for what is found in the type's defaults too: no construction has made that wrong.</param>
internal sealed class ConstructionFindings(ConfigType type, Func<ConstructionFinding, bool> isOfDefaults)
{
    // In the place of a value that is unknown, where only a contradiction of others is asked for; no rule is asked of them.
    private static readonly SpecEntry[] Assumed = [new(KeyPath.Layers, "6144", null), new(KeyPath.FeedForward, "12288", null), new(KeyPath.Context, "1048576", null), new(KeyPath.Vocabulary, UnknownValues.LargeVocabulary, null)];

    public IEnumerable<ConstructionFinding> Of(Construction construction, CancellationToken cancellation)
    {
        var entries = SpecEntries.Of(construction, type);
        foreach (var finding in UnknownValues.Of(construction, entries.Unknown))
            yield return finding;
        if (!entries.IsModelKnown)
        {
            if (entries.HasArchitecture && entries.Unknown.All(static value => value.Key.Section is not "model" || Array.Exists(Assumed, assumed => assumed.Key == value.Key)))
            {
                foreach (var finding in Contradictions(construction, entries.Known, cancellation))
                    yield return finding;
            }

            yield break;
        }

        if (construction.Values.FirstOrDefault(static value => value.Table is not null) is { Table: { } table } width && !construction.Values.Any(value => value.Key == KeyPath.Vocabulary && value.Value.Number.Equals(table.Value.Number)))
            yield return UnknownValues.TableAside(construction, width, table);
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
        var found = result.Findings.Select(finding => Placed(finding, entries, construction)).ToList();
        if (result.Findings.Any(static finding => finding.MissingKey is not null))
            found.AddRange(Contradictions(construction, entries, cancellation).Where(one => !found.Exists(other => other.Location == one.Location && string.Equals(other.Message, one.Message, StringComparison.Ordinal))));
        return [.. found];
    }

    /// <summary>What contradicts whatever the values are that nobody knows.</summary>
    private IEnumerable<ConstructionFinding> Contradictions(Construction construction, IReadOnlyList<SpecEntry> known, CancellationToken cancellation)
    {
        var spec = SpecEntry.Tree(construction.Name, known.Concat(Assumed.Where(assumed => !known.Any(entry => entry.Key == assumed.Key))));
        return SpecPipeline.Run(construction.Syntax.SyntaxTree.FilePath, spec, static _ => null, withRules: false, cancellation).Findings
            .Where(static finding => finding.Rule == HostRules.BadValue && finding.Origin.Site is SpecEntry { Origin: not null } && !Array.Exists(Assumed, assumed => finding.Headline.Contains(assumed.Json)))
            .Select(finding => Placed(finding, known, construction));
    }

    private ConstructionFinding Placed(Finding finding, IReadOnlyList<SpecEntry> spec, Construction construction)
    {
        // Code that states a value under a name that is not known makes no error.
        if (finding.MissingKey is { } key)
            return UnknownValues.NoMember(construction, key, type);
        var origin = (finding.Origin.Site as SpecEntry)?.Origin;
        var own = CodeRemedy.Of(finding, spec, construction, ofDefaults: false);
        var ofDefaults = CodeRemedy.Of(finding, spec, construction, ofDefaults: true);
        var found = new ConstructionFinding(finding.Rule, finding.Severity, construction.Show(origin, finding.Rule), InCode(finding, own ?? ofDefaults));
        return found.Location == construction.Head && origin is not null && !construction.Holds(origin) && isOfDefaults(found)
            ? found with { Location = origin.GetLocation(), Remedy = ofDefaults }
            : found with { Remedy = own };
    }

    /// <summary>The message; what to type it says by the members of the code, with the value that the expression takes. It is what the fix writes, where there is one.</summary>
    private static string InCode(Finding finding, CodeRemedy? remedy) => remedy is null || finding.Remedy is not { } help ? finding.Message
        : OneLine.Of(finding.Headline, Remedy.Advice(
            help.Typed.Length > 0 && help.Text.Contains(help.Typed) ? help.Text.Replace(help.Typed, remedy.Typed)
            : help.Text.Contains(remedy.Texts[0]) ? help.Text
            : $"{help.Text} ({remedy.Typed})"));

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
