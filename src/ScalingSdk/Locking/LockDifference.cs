using System.Globalization;
using ScalingSdk.Text;

namespace ScalingSdk.Locking;

/// <summary>What differs between two entries of one spec, in the spec's own words.</summary>
internal static class LockDifference
{
    private const int MostNamed = 4;

    /// <summary>"'data.tokens' is 10B, was 12B": the stated values first, and what follows from them only where none of them changed.</summary>
    public static string Describe(LockEntry before, LockEntry after)
    {
        var stated = Changes([new("name", before.Name), .. before.Inputs], [new("name", after.Name), .. after.Inputs]);
        var parts = stated.Concat(Changes(before.Laws, after.Laws)).ToList();
        if (parts.Count == 0)
            parts = [.. Changes([.. before.Figures.Select(Readable)], [.. after.Figures.Select(Readable)])];
        if (parts.Count == 0)
            return "constants changed that it does not list; the plan file has all of them";
        return parts.Count <= MostNamed
            ? string.Join(", ", parts)
            : $"{string.Join(", ", parts.Take(MostNamed))} and {(parts.Count - MostNamed).ToString(CultureInfo.InvariantCulture)} more";
    }

    /// <summary>The first value of the text that is not what the lock file has; nothing where none of them changed.</summary>
    public static SourceSpan Place(LockEntry before, string text)
    {
        var old = before.Inputs.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        return StatedValues.Places(text)
            .Where(leaf => !old.TryGetValue(leaf.Path, out var was) || !string.Equals(was, leaf.Value, StringComparison.Ordinal))
            .Select(static leaf => leaf.Span)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Changes(IReadOnlyList<KeyValuePair<string, string>> before, IReadOnlyList<KeyValuePair<string, string>> after)
    {
        var old = before.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        var now = after.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        foreach (var key in before.Concat(after).Select(static pair => pair.Key).Distinct(StringComparer.Ordinal))
        {
            var (was, value) = (old.TryGetValue(key, out var a) ? a : null, now.TryGetValue(key, out var b) ? b : null);
            if (!string.Equals(was, value, StringComparison.Ordinal))
                yield return $"'{Excerpt.Of(key)}' {(value is null ? "is not stated" : "is " + Excerpt.Of(value))}, {(was is null ? "was not stated" : "was " + Excerpt.Of(was))}";
        }
    }

    private static KeyValuePair<string, string> Readable(KeyValuePair<string, string> figure) => new(
        figure.Key,
        double.TryParse(figure.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? NumberText.Compact(number) : figure.Value);
}
