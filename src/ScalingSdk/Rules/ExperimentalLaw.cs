using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>
/// A reassuring figure that an experimental law alone gives. kumar-2024 is the one such law that a plan asks: where it finds much
/// lost by rounding, <see cref="OverTrainedForQuantisation"/> says so; where it finds little, that is not to be relied on.
/// </summary>
internal sealed class ExperimentalLaw : SingleRule
{
    public override RuleInfo Info { get; } = new("SCALE5005", Severity.Suggestion, "An experimental law alone says that 4-bit weights lose little");

    protected override Remark? Find(TrainingPlan plan) =>
        plan.Quantisation is { Bits: <= OverTrainedForQuantisation.MostBits, Damage: { HasValue: true, Value: var damage } } quantisation
            && !OverTrainedForQuantisation.Holds(plan)
            ? At(plan.Spec.Inference.WeightBits!.Origin,
                $"rounding the weights to '{plan.Spec.Inference.WeightBits.Text}' bits raises the loss by about {Compact(damage)} nats per token by kumar-2024 alone{OutsideRange.Mark(quantisation.Damage.Outside)}",
                [$"the law is experimental, {quantisation.Damage.Outside}"],
                [Remedy.Advice("measure the rounded model before you rely on that")])
            : null;
}
