using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A learning-rate schedule that ends far from where the run ends.</summary>
internal sealed class ScheduleHorizon : SingleRule
{
    /// <summary>Hoffmann et al. 2022, app. B: a cosine more than 25 % too long costs loss.</summary>
    private const double Allowed = 0.25;

    public override RuleInfo Info { get; } =
        new("SCALE2004", Severity.Warning, "The schedule does not end with the run");

    protected override Remark? Find(TrainingPlan plan)
    {
        var training = plan.Spec.Training;
        if (training.ScheduleTokens is not { } horizon || plan.Run is not { TokensProposed: false } run)
            return null;
        if (training.Schedule?.Value == LearningRateSchedule.Constant || Math.Abs((horizon.Value / run.Tokens.Count) - 1) <= Allowed)
            return null;
        var what = horizon.Value > run.Tokens.Count
            ? "the learning rate has not fallen when the run stops"
            : "the rest of the run trains at the lowest rate";
        return At(horizon.Origin,
            $"the schedule ends at '{horizon.Text}' tokens and the run at {Compact(run.Tokens.Count)}, more than {Percent(Allowed)} apart (chinchilla-2022, app. B)",
            [what],
            [Remedy.Remove("training", "schedule_tokens") with { Text = $"write \"schedule_tokens\": \"{Compact(run.Tokens.Count)}\", or leave it out" }]);
    }
}
