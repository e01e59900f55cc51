using ScalingSdk.Diagnostics;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>Experts in a model so large that, at 130B tokens, they no longer helped.</summary>
internal sealed class BeyondRoutingCutoff : SingleRule
{
    public override RuleInfo Info { get; } = new("SCALE5003", Severity.Suggestion, "Experts no longer help a model of this size");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (!plan.Size.Counts.IsRouted || !plan.Size.LawsApply)
            return null;
        var (active, cutoff) = (plan.Size.Counts.Active.Count, Clark2022.SBase.Cutoff.Count);
        return active > cutoff
            ? At(plan.Spec.ModelOrigin,
                $"{Compact(active)} active parameters are above the {Compact(cutoff)} from which experts no longer helped ({Clark2022.SBase.Info.Id}, N_cutoff)",
                ["the law was measured at 130B tokens; finer experts may still help (krajewski-2024)"],
                [Remedy.Advice($"plan a dense model, or at most {Compact(cutoff)} active parameters")])
            : null;
    }
}
