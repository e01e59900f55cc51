using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;

namespace ScalingSdk.Rules;

/// <summary>What is said of a spec's data: one finding, not four. The first rule that holds speaks, the others add a clause.</summary>
internal sealed class DataVerdict : PlanRule
{
    /// <summary>In order of what a user would want to know first.</summary>
    private static readonly DataRule[] InOrder =
    [
        new LossExpectedToRise(), new TokensBelowOverfittingThreshold(), new TooFewTokens(), new RepeatedTokens(),
    ];

    public override IReadOnlyList<RuleInfo> Infos { get; } = [.. InOrder.Select(static rule => rule.Info)];

    public override IEnumerable<Remark> Check(TrainingPlan plan) =>
        plan.Data is { } data && Verdict(plan, data) is { } remark ? [remark] : [];

    private static Remark? Verdict(TrainingPlan plan, DataPlan data)
    {
        var holding = InOrder.Where(rule => rule.Judge(data) is not null).ToList();
        var speaking = holding.Where(rule => !plan.Spec.Suppresses(rule.Info.Id)).ToList();
        if (speaking.Count == 0)
            return null;
        var verdict = speaking[0];
        var severity = verdict.Judge(data)!.Value;

        // Who silenced the verdict has read its clauses: only what is grave by itself is said again.
        if (verdict != holding[0] && severity == Severity.Suggestion)
            return null;
        return new Remark(verdict.Info, severity, data.Origin, verdict.Headline(data), [.. speaking.Select(rule => rule.Clause(data))], verdict.Help(plan, data));
    }
}
