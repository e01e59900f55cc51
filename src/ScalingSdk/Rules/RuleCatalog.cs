using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;

namespace ScalingSdk.Rules;

/// <summary>Every rule: those of a plan, each a file of its own that <see cref="PlanRuleList"/> lists, and those of the hosts.</summary>
internal static class RuleCatalog
{
    // Made when asked for: a plan without suppressions needs none of the lists.
    private static IReadOnlyList<RuleInfo>? _all;
    private static IReadOnlyList<RuleInfo>? _ofTheBuild;
    private static string[]? _suppressible;

    /// <summary>The rules that a build alone reports: gates, the lock file, fits.</summary>
    internal static IReadOnlyList<RuleInfo> OfTheBuild => _ofTheBuild ??=
        [HostRules.FlopsGate, HostRules.GpuHoursGate, HostRules.CostGate, HostRules.UnheldGate, HostRules.UnreadableGate, HostRules.SpecWithoutPlan, HostRules.PlanMoved, HostRules.LockUnreadable, HostRules.LockMissing, HostRules.RunsUnfit, HostRules.RunsLeaveOpen];

    /// <summary>The identities of all rules, by id.</summary>
    public static IReadOnlyList<RuleInfo> All => _all ??=
    [
        .. new[] { HostRules.SpecUnreadable, HostRules.UnknownKey, HostRules.MissingValue, HostRules.BadValue, HostRules.UnknownValue, ClassTaken.Info, ClassImpossible.Info }
            .Concat(PlanRuleList.All.SelectMany(static rule => rule.Infos))
            .Concat(OfTheBuild)
            .OrderBy(static info => info.Id, StringComparer.Ordinal),
    ];

    /// <summary>The ids that a spec may silence: all but errors.</summary>
    internal static IReadOnlyCollection<string> Suppressible => _suppressible ??= [.. All.Where(static rule => rule.Severity != Severity.Error).Select(static rule => rule.Id)];

    /// <summary>The rule that reports a kind of reading problem.</summary>
    internal static RuleInfo RuleOf(ProblemKind kind) => kind switch
    {
        ProblemKind.UnknownKey => HostRules.UnknownKey,
        ProblemKind.Missing => HostRules.MissingValue,
        ProblemKind.BadValue => HostRules.BadValue,
        _ => HostRules.SpecUnreadable,
    };

    /// <summary>What the rules say of a plan, without those that its spec suppresses.</summary>
    internal static IEnumerable<Remark> Check(TrainingPlan plan) => PlanRuleList.All
        .SelectMany(rule => rule.Check(plan))
        .Where(remark => !plan.Spec.Suppresses(remark.Rule.Id));
}
