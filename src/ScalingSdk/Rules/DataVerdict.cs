using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;

namespace ScalingSdk.Rules;

/// <summary>What is reported of a spec's data: one finding. The first rule that holds speaks, a warning before a suggestion; the others add a clause.</summary>
internal sealed class DataVerdict : PlanRule
{
    /// <summary>In order of what a user would want to know first.</summary>
    private static readonly DataRule[] InOrder =
    [
        new LossExpectedToRise(), new TokensBelowOverfittingThreshold(), new SinglePassBelowThreshold(), new TooFewTokens(), new RepeatedTokens(),
    ];

    public override IReadOnlyList<RuleInfo> Infos { get; } = [.. InOrder.Select(static rule => rule.Info)];

    /// <summary>The verdict without its text; null where nothing is wrong.</summary>
    public static (RuleInfo Rule, Severity Severity)? Judge(TrainingPlan plan) =>
        plan.Data is { } data && First(Holding(plan, data)) is { } first ? (first.Rule.Info, first.Severity) : null;

    /// <summary>Whether a rule holds, as the verdict or as a clause of it.</summary>
    public static bool Holds(TrainingPlan plan, RuleInfo rule) => plan.Data is { } data && Holding(plan, data).Exists(one => one.Rule.Info == rule);

    public override IEnumerable<Remark> Check(TrainingPlan plan) => plan switch
    {
        { Conflict: { } conflict } => [ConflictOfData.Describe(plan, conflict)],
        { Missed: { } missed } => [TargetOnLimitedData.Describe(plan, missed)],
        { Data: { } data } when Verdict(plan, data) is { } remark => [remark],
        _ => [],
    };

    private static Remark? Verdict(TrainingPlan plan, DataPlan data)
    {
        var holding = Holding(plan, data);
        var speaking = holding.FindAll(one => !plan.Spec.Suppresses(one.Rule.Info.Id));
        if (First(holding) is not { Rule: var silenced } || First(speaking) is not { Rule: var verdict, Severity: var severity })
            return null;

        // Who silenced the verdict has read its clauses: only what is grave by itself is said again.
        if (verdict != silenced && severity == Severity.Suggestion)
            return null;
        return new Remark(
            verdict.Info, severity, data.Origin, verdict.Headline(data), new Deferred<string>(Because()), new Deferred<Help>(verdict.Help(plan, data).OfType<Help>()));

        IEnumerable<string> Because()
        {
            yield return verdict.Clause(plan, data);
            foreach (var line in verdict.More(plan, data))
                yield return line;
            foreach (var other in speaking)
            {
                if (other.Rule != verdict)
                    yield return other.Rule.Clause(plan, data);
            }

            if (MoreRegularisation.Describe(plan) is { } regularisation)
                yield return regularisation;
        }
    }

    private static List<Held> Holding(TrainingPlan plan, DataPlan data)
    {
        var holding = new List<Held>();
        foreach (var rule in InOrder)
        {
            if (rule.Judge(plan, data) is { } severity)
                holding.Add(new Held(rule, severity));
        }

        return holding;
    }

    // The gravest; among equals the first.
    private static Held? First(List<Held> holding)
    {
        Held? first = null;
        foreach (var one in holding)
        {
            if (first is null || one.Severity > first.Severity)
                first = one;
        }

        return first;
    }

    // A class: every plan comes here, and lists of a struct of its own are compiled for it alone.
    private sealed class Held(DataRule rule, Severity severity)
    {
        public DataRule Rule { get; } = rule;

        public Severity Severity { get; } = severity;
    }
}
