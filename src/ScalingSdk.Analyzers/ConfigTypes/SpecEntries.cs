using System.Globalization;
using ScalingSdk.Json.Editing;
using ScalingSdk.Text;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What a construction and the attribute of its type state together, in a spec's words.</summary>
/// <param name="Known">The values of the spec.</param>
/// <param name="Unknown">The values that are not constant; what depends on one is left out of the spec.</param>
/// <param name="IsModelKnown">False where a size of the model other than its vocabulary is unknown: then nothing can be counted.</param>
internal sealed record SpecEntries(IReadOnlyList<SpecEntry> Known, IReadOnlyList<StatedValue> Unknown, bool IsModelKnown)
{
    public bool HasArchitecture => Known.Any(static entry => entry.Key == KeyPath.Architecture);

    public bool HasVocabulary => Known.Any(static entry => entry.Key == KeyPath.Vocabulary);

    public static SpecEntries Of(Construction construction, ConfigType type)
    {
        // A construction says more than the attribute does; where its value is unknown or null, the attribute's holds.
        var stated = construction.Values.Where(static value => value.Key != KeyPath.Architecture).ToDictionary(static value => value.Key);
        foreach (var value in type.Values)
        {
            if (!stated.TryGetValue(value.Key, out var other) || other.Value is { IsKnown: false } or { Value: null })
                stated[value.Key] = value;
        }

        var unknown = stated.Values.Where(static value => !value.Value.IsKnown).ToList();
        var entries = stated.Values
            .Where(static value => value.Key != KeyPath.BatchSize && value.Key != KeyPath.GlobalBatch && value.Key != KeyPath.Accumulation)
            .Select(static value => Json(value.Value) is { } json ? new SpecEntry(value.Key, json, value.Origin, value.Name, CodeSite.Of(value)) : null)
            .OfType<SpecEntry>()
            .ToList();
        if (Batch(stated, type, unknown) is { } batch && !entries.Exists(static entry => entry.Key == KeyPath.BatchTokens))
            entries.Add(batch);
        RemoveWhatDependsOn(unknown, entries);
        return new SpecEntries(
            entries, unknown, unknown.TrueForAll(static value => value.Key.Section is not "model" || value.Key == KeyPath.Vocabulary));
    }

    /// <summary>The batch of one step: what one pass takes, as often as gradients are accumulated.</summary>
    private static SpecEntry? Batch(Dictionary<KeyPath, StatedValue> stated, ConfigType type, List<StatedValue> unknown)
    {
        var key = type.BatchSizeIsTokens ? KeyPath.BatchTokens : KeyPath.BatchSize;
        if (stated.TryGetValue(KeyPath.GlobalBatch, out var global) && global.Value is { IsKnown: true, Number: { } whole })
            return new SpecEntry(key, NumberText.Round(whole), global.Origin, global.Name, CodeSite.Of(global));
        if (!stated.TryGetValue(KeyPath.BatchSize, out var batch) || batch.Value is not { IsKnown: true, Number: { } size })
            return null;
        if (unknown.Exists(static value => value.Key == KeyPath.Accumulation))
            return null;
        if (!stated.TryGetValue(KeyPath.Accumulation, out var accumulation) || accumulation.Value.Number is not { } times)
            return new SpecEntry(key, NumberText.Round(size), batch.Origin, batch.Name, CodeSite.Of(batch));

        // A smaller step is made of fewer passes: what a pass takes is what the device has memory for.
        return new SpecEntry(key, NumberText.Round(size * times), batch.Origin, $"{batch.Name} x {accumulation.Name}", CodeSite.Of(accumulation, size));
    }

    /// <summary>An unknown value is not assumed: of data nothing is said, and steps give no tokens without a batch.</summary>
    private static void RemoveWhatDependsOn(List<StatedValue> unknown, List<SpecEntry> entries)
    {
        if (unknown.Exists(static value => value.Key.Section is "data"))
            entries.RemoveAll(static entry => entry.Key.Section is "data");
        if (unknown.Exists(static value => value.Key == KeyPath.SequenceLength))
            entries.RemoveAll(static entry => entry.Key == KeyPath.BatchSize);
        if (!entries.Exists(static entry => entry.Key == KeyPath.BatchSize || entry.Key == KeyPath.BatchTokens))
            entries.RemoveAll(static entry => entry.Key == KeyPath.Steps);
    }

    private static string? Json(Folded folded) => folded switch
    {
        { IsKnown: false } or { Value: null } => null,
        { Value: bool flag } => flag ? "true" : "false",
        { Value: string text } => JsonQuote.Of(text),
        { Value: float single } => ((double)single).ToString("R", CultureInfo.InvariantCulture),
        { Value: double real } => real.ToString("R", CultureInfo.InvariantCulture),
        { Number: not null } => Convert.ToString(folded.Value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
