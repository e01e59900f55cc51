using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Laws;
using ScalingSdk.Planning;

namespace ScalingSdk.Rules;

/// <summary>A law of batch or learning rate that was measured on dense models, named for one with experts.</summary>
/// <remarks>Allocation and overfitting take the active parameters, which is certain. What plans ask by default says so in the figure.</remarks>
internal sealed class DenseLawOnRouted : SingleRule
{
    private static readonly string[] Keys = ["batch", "learning_rate"];

    public override RuleInfo Info { get; } = new("SCALE5002", Severity.Suggestion, "A law of dense models is asked about experts");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (!plan.Size.Counts.IsRouted)
            return null;
        var asked = plan.Spec.Laws.Stated.Where(static law => law.Law is not (FittedLaw or FormulaLaw) && Keys.Contains(law.Key, StringComparer.Ordinal)).ToList();
        if (asked.Count == 0)
            return null;
        var keys = string.Join(" and ", asked.Select(static law => $"'laws.{law.Key}'"));
        return At(asked[0].Origin,
            $"'{asked[0].Law.Info.Id}' was measured on dense models, and this one routes its tokens to experts",
            ["whether its N counts all experts is not known"],
            [new Remedy($"remove {keys} and compare a few short runs", [.. asked.Select(static law => SpecEdit.Remove("laws", law.Key))]) { Title = $"Remove {keys}" }]);
    }
}
