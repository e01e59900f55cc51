using System.Globalization;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;
using ScalingSdk.Text;

namespace ScalingSdk.Locking;

/// <summary>Holds plans against the lock file of their project.</summary>
internal static class LockComparison
{
    private const int MostNamed = 4;
    private const string Accept = "-p:ScalingUpdateLock=true";

    /// <summary>What moved since the file was written; nothing where all is as it says.</summary>
    /// <param name="path">The lock file, as the host names it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="plans">The entries of the plans that there are.</param>
    /// <param name="unplanned">Specs that are there without a plan: what they lack, others say.</param>
    public static IReadOnlyList<Finding> Check(
        string path, string text, IReadOnlyList<LockEntry> plans, IReadOnlyCollection<string> unplanned)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        var reading = LockFile.Read(text);
        var lines = new LineMap(text);
        if (reading.Lock is not { } file)
        {
            return [new Remark(LockUnreadable.Info, Severity.Error, reading.Span,
                $"'{name}' {reading.Problem}; take the plans as they are now with {Accept}, and commit the file").In(path, lines)];
        }

        var remarks = new List<Remark>();
        var known = file.Entries.ToDictionary(static pair => pair.Entry.Spec, StringComparer.Ordinal);
        foreach (var plan in plans)
        {
            if (!known.TryGetValue(plan.Spec, out var locked))
                Say(default, $"'{plan.Spec}' is not in '{name}'");
            else if (!locked.Entry.Agrees(plan))
                Say(locked.Span, $"'{plan.Spec}' is not what '{name}' says: {Moved(locked.Entry, plan)}");
        }

        var there = new HashSet<string>(plans.Select(static plan => plan.Spec).Concat(unplanned), StringComparer.Ordinal);
        foreach (var (entry, span) in file.Entries.Where(pair => !there.Contains(pair.Entry.Spec)))
            Say(span, $"'{entry.Spec}' is in '{name}', and no spec of the project");
        return [.. remarks.Select(remark => remark.In(path, lines))];

        void Say(SourceSpan span, string what) => remarks.Add(new Remark(PlanMoved.Info, Severity.Error, span,
            $"{what}; if it is meant, accept it with {Accept}, and commit the file"));
    }

    private static string Moved(LockEntry before, LockEntry after)
    {
        string[] parts =
        [
            .. Differences([new("name", before.Name)], [new("name", after.Name)]),
            .. Differences(before.Inputs, after.Inputs),
            .. Differences(before.Laws, after.Laws),
            .. Differences(before.Budgets, after.Budgets),
        ];
        return parts.Length == 0
            ? "constants moved that it does not list; the plan has all of them"
            : string.Join(", ", parts);
    }

    private static IEnumerable<string> Differences(
        IReadOnlyList<KeyValuePair<string, string>> before, IReadOnlyList<KeyValuePair<string, string>> after)
    {
        var old = before.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        var now = after.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        var moved = before.Concat(after).Select(static pair => pair.Key).Distinct(StringComparer.Ordinal)
            .Where(key => !old.TryGetValue(key, out var was) || !now.TryGetValue(key, out var value) || !string.Equals(was, value, StringComparison.Ordinal))
            .ToList();
        foreach (var key in moved.Take(MostNamed))
            yield return Difference(key, old.TryGetValue(key, out var was) ? was : null, now.TryGetValue(key, out var value) ? value : null);
        if (moved.Count > MostNamed)
            yield return $"and {(moved.Count - MostNamed).ToString(CultureInfo.InvariantCulture)} more";
    }

    private static string Difference(string key, string? before, string? after) => (before, after) switch
    {
        (null, _) => $"'{key}' is new, '{Shown(after!)}'",
        (_, null) => $"'{key}' is gone, was '{Shown(before)}'",
        _ => $"'{key}' was '{Shown(before)}', is '{Shown(after)}'",
    };

    private static string Shown(string value) => Excerpt.Of(value);
}
