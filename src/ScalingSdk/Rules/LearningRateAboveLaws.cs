using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A peak learning rate far above what both laws say: no published run has one. Below them lies every standard recipe.</summary>
internal sealed class LearningRateAboveLaws : SingleRule
{
    private const double Allowed = 3;

    public override RuleInfo Info { get; } = new("SCALE6001", Severity.Warning, "The learning rate is more than three times that of the laws");

    protected override Remark? Find(TrainingPlan plan)
    {
        var training = plan.Spec.Training;
        if (training.LearningRate is not { } stated || plan.LearningRate?.Larger is not { } larger || stated.Value <= Allowed * larger.Rate)
            return null;

        // The laws are those of Adam; other optimizers have other scales.
        if (training.Optimizer is { Value: not (Optimizer.AdamW or Optimizer.AdamW8Bit) })
            return null;
        return At(stated.Origin,
            $"a peak learning rate of '{stated.Text}' is {Compact(stated.Value / larger.Rate)} times the {Compact(larger.Rate)} of {larger.Law}; the loss may diverge",
            [
                $"it is the larger of step-law-2025 and deepseek-2024 ({larger.Outside})",
                $"none of 64 published runs is above {Compact(Allowed)} times",
            ],
            [Remedy.Write(Compact(larger.Rate), "training", "learning_rate") with { Text = $"write {Compact(larger.Rate)} or less" }]);
    }
}
