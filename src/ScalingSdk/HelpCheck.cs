using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Rules;
using ScalingSdk.Specs;

namespace ScalingSdk;

/// <summary>
/// Applies the edits of each help to the spec in memory and plans again: a remedy is shown where its finding is gone and no other
/// warning has come, an improvement where no warning has come. What the change does to loss and compute is added to it.
/// </summary>
/// <param name="tree">Its values.</param>
/// <param name="readFile">Gives the files that it names, as they were when it was read.</param>
/// <param name="plan">Its plan.</param>
/// <param name="remarks">What the rules report of the plan.</param>
internal sealed class HelpCheck(SpecTree tree, Func<string, string?> readFile, TrainingPlan plan, IReadOnlyList<Remark> remarks)
{
    /// <summary>The finding with the help that holds; each is tried when it is first read.</summary>
    public Finding Check(Finding finding)
    {
        var offered = finding.Help;
        var typed = new TypedText(tree, finding.Origin.Kind);
        var holding = new Deferred<Help>(offered.Select(help => Check(finding.Rule, help)).OfType<Help>().Select(typed.In));
        return finding with { Help = holding, Because = new Deferred<string>(Because(finding.Because, offered, holding)) };
    }

    private static IEnumerable<string> Because(IReadOnlyList<string> because, IReadOnlyList<Help> offered, IReadOnlyList<Help> holding)
    {
        foreach (var line in because)
            yield return line;
        if (!holding.Any() && offered.Any())
            yield return "no single change of the spec ends this without another warning";
    }

    private Help? Check(RuleInfo rule, Help help)
    {
        if ((help.Edits.Count == 0 ? help.Trial : help.Edits) is not { Count: > 0 } edits)
            return help;
        if (tree.Apply(edits) is not { } edited)
            return null;
        var (spec, problems) = SpecReader.ReadAgain(edited, (tree, plan.Spec), readFile, static () => RuleCatalog.Suppressible);
        if (spec is null || problems.Any(static problem => RuleCatalog.RuleOf(problem.Kind).Severity == Severity.Error))
            return null;
        var after = Planner.Plan(spec);
        if (RuleCatalog.Check(after).Any(remark => IsNew(remark, help) || (help is Remedy && remark.Rule == rule)))
            return null;

        // To correct a typing mistake is not to trade loss for compute.
        return help.Effect is null && rule.Category is not "Spec" && PlanChange.Between(plan, after) is { } effect ? help with { Effect = effect } : help;
    }

    private bool IsNew(Remark remark, Help help) =>
        remark.Severity >= Severity.Warning
        && !remarks.Any(before => before.Rule == remark.Rule && before.Severity >= remark.Severity)
        && !(help is Improvement && DataVerdict.Holds(plan, remark.Rule));
}
