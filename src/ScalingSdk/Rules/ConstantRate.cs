using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Specs;

namespace ScalingSdk.Rules;

/// <summary>A learning rate that never falls: the loss at the end is that of the noise of large steps.</summary>
internal sealed class ConstantRate : SingleRule
{
    public override RuleInfo Info { get; } = new("SCALE2005", Severity.Suggestion, "The learning rate stays constant to the end");

    protected override Remark? Find(TrainingPlan plan) =>
        plan.Spec.Training.Schedule is { Value: LearningRateSchedule.Constant } schedule && plan.Run is not null && plan.Size.LawsApply
            ? At(schedule.Origin,
                "the learning rate stays constant to the end of the run, and a decay over the last 10 to 20 % lowers the loss (hagele-2024)",
                ["every loss here is that of a run whose schedule falls to its end"],
                [Remedy.Write("\"wsd\"", "training", "schedule") with { Text = "decay over the last 10 to 20 % of the steps: write \"schedule\": \"wsd\"" }])
            : null;
}
