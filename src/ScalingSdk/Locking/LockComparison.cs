using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;
using ScalingSdk.Text;

namespace ScalingSdk.Locking;

/// <summary>Compares the plans of a project with its lock file.</summary>
internal static class LockComparison
{
    private const string Accept = "-p:ScalingUpdateLock=true";

    /// <summary>What changed since the file was written; nothing where all is as it says.</summary>
    /// <param name="path">The lock file, as the host names it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="project">The project's path from the lock file's folder.</param>
    /// <param name="plans">The planned specs.</param>
    /// <param name="unplanned">Specs that have no plan: another finding says why.</param>
    public static IReadOnlyList<Finding> Check(
        string path, string text, string project, IReadOnlyList<LockedSpec> plans, IReadOnlyCollection<string> unplanned)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        var reading = LockFile.Read(text);
        var lines = new LineMap(text);
        if (reading.Lock is not { } file)
        {
            return [new Remark(HostRules.LockUnreadable, Severity.Error, reading.Span,
                $"'{name}' {reading.Problem}", [],
                [Remedy.Advice($"take the plans as they are now with {Accept}, and commit the file")]).In(path, lines)];
        }

        if (!file.IsOf(project))
            return [new Remark(HostRules.LockMissing, Severity.Error, default, OfAnother(name, file.Project), [], [Remedy.Advice(OwnFile)]).In(path, lines)];
        var findings = new List<Finding>();
        var known = file.Entries.ToDictionary(static pair => pair.Entry.Spec, static pair => pair.Entry, StringComparer.Ordinal);
        foreach (var plan in plans)
        {
            if (!known.TryGetValue(plan.Entry.Spec, out var locked))
                findings.Add(At(plan, default, $"'{plan.Entry.Spec}' is not in '{name}'"));
            else if (!locked.Agrees(plan.Entry))
                findings.Add(At(plan, LockDifference.Place(locked, plan.Text), $"{LockDifference.Describe(locked, plan.Entry)} in '{name}'"));
        }

        var there = new HashSet<string>(plans.Select(static plan => plan.Entry.Spec).Concat(unplanned), StringComparer.Ordinal);
        findings.AddRange(file.Entries
            .Where(pair => !there.Contains(pair.Entry.Spec))
            .Select(pair => Moved(pair.Span, $"'{pair.Entry.Spec}' is in '{name}', and the project has no such spec").In(path, lines)));
        return findings;
    }

    /// <summary>Why a lock file is not the project's.</summary>
    public static string OfAnother(string name, string project) =>
        $"'{name}' is the lock file of '{project}'; a lock file belongs to one project";

    /// <summary>What to do about the lock file of another project.</summary>
    public const string OwnFile = "set ScalingLockFile to a file of this project's own";

    private static Finding At(LockedSpec spec, SourceSpan span, string what) => Moved(span, what).In(spec.Path, new LineMap(spec.Text));

    private static Remark Moved(SourceSpan span, string what) => new(HostRules.PlanMoved, Severity.Error, span,
        what, [], [Remedy.Advice($"accept the change with {Accept}, and commit the file")]);
}
