using ScalingSdk.Diagnostics;
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
        var asked = plan.Spec.Laws.Stated.FirstOrDefault(static law => law.Law is not (FittedLaw or FormulaLaw) && Keys.Contains(law.Key, StringComparer.Ordinal));
        return asked is null ? null : At(asked.Origin,
            $"'{asked.Law.Info.Id}' was measured on dense models, and this one routes its tokens to experts",
            ["whether its N counts all experts is not known"],
            [Remedy.Remove("laws", asked.Key) with { Text = $"remove 'laws.{asked.Key}' and compare a few short runs" }]);
    }
}
