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

    public override IEnumerable<Remark> Check(TrainingPlan plan)
    {
        if (plan.Data is not { } data)
            yield break;
        var holding = InOrder.Where(rule => rule.Judge(data) is not null && !plan.Spec.Suppresses(rule.Info.Id)).ToList();
        if (holding.Count == 0)
            yield break;
        var verdict = holding[0];
        var text = string.Join("; ", [verdict.Describe(data), .. holding.Skip(1).Select(rule => rule.Clause(data))]);
        yield return new Remark(verdict.Info, verdict.Judge(data)!.Value, data.Origin, text, verdict.Fix(plan, data));
    }
}
