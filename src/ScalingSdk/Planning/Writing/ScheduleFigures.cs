using ScalingSdk.Laws;

namespace ScalingSdk.Planning.Writing;

internal static class ScheduleFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        if (plan.Schedule is not { } schedule)
            return;
        var stated = plan.Spec.Training;
        figures.Count("schedule_tokens", "Tokens at which the schedule ends", schedule.Horizon.Count, "tokens", stated.ScheduleTokens is null
            ? new("the run's tokens: a cosine more than 25 % longer than the run measurably hurts", "chinchilla-2022 app. B") { Inputs = ["tokens"] }
            : Basis.Given());
        if (schedule.WarmupSteps is { } warmup)
        {
            figures.Count("warmup_steps", "Warmup", warmup, "steps", stated.WarmupSteps is null
                ? new("2000 steps, at most a tenth of the run", "the recipe of step-law-2025 and deepseek-2024") { Inputs = ["steps"] }
                : Basis.Given());
        }

        figures.Count("cooldown_start_tokens", "Tokens at which a constant schedule starts its cooldown", schedule.CooldownStart.Count, "tokens",
            Basis.Of(Hagele2024.Law.Info, ["rate/constant"], "the last 20 % of the run", "tokens"));
        figures.Count("checkpoints", "Checkpoints", (double)SchedulePlan.Checkpoints, "checkpoints",
            new("one each 5 % of the run, so that a cooldown can start at one", "our choice"));
        figures.Count("all_checkpoints_bytes", "All checkpoints", SchedulePlan.Checkpoints * plan.Memory.Checkpoint.Bytes, "bytes",
            Basis.Derived("checkpoints x bytes of one", "checkpoints", "checkpoint_bytes"));
    }
}
