using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>The figures of schedule and checkpoints.</summary>
public static class ScheduleFigures
{
    /// <summary>Tokens at which the schedule ends.</summary>
    public static FigureKey ScheduleTokens { get; } = FigureKey.Whole("schedule_tokens", "Tokens at which the schedule ends", "tokens", static plan => plan.Schedule is not { } schedule ? null
        : FigureAnswer.Count(schedule.Horizon.Count, plan.Spec.Training.ScheduleTokens is null
            ? new("the run's tokens: a cosine more than 25 % longer than the run measurably hurts", "chinchilla-2022 app. B") { Inputs = [RunFigures.Tokens] }
            : Basis.Given()));

    /// <summary>Steps of the warmup.</summary>
    public static FigureKey WarmupSteps { get; } = FigureKey.Whole("warmup_steps", "Warmup", "steps", static plan => plan.Schedule?.WarmupSteps is not { } warmup ? null
        : FigureAnswer.Count(warmup, plan.Schedule.WarmupByRecipe ? RecipeFigures.ByRecipe(plan, default) : plan.Spec.Training.WarmupSteps is null
            ? new("2000 steps, at most a tenth of the run", "the recipe of step-law-2025 and deepseek-2024") { Inputs = [BatchFigures.Steps] }
            : Basis.Given()));

    /// <summary>Tokens at which a constant schedule starts its cooldown.</summary>
    public static FigureKey CooldownStartTokens { get; } = FigureKey.Whole("cooldown_start_tokens", "Tokens at which a constant schedule starts its cooldown", "tokens", static plan =>
        plan.Schedule is not { } schedule ? null : FigureAnswer.Count(schedule.CooldownStart.Count, new Basis("0.8 tokens; the cooldown is the last 20 % of the run", Hagele2024.Law.Info.Id)
        {
            Expression = "0.8 tokens",
            Inputs = [RunFigures.Tokens],
            Law = Hagele2024.Law.Info.Id,
        }));

    /// <summary>How many checkpoints.</summary>
    public static FigureKey Checkpoints { get; } = FigureKey.Whole("checkpoints", "Checkpoints", "checkpoints", static plan => plan.Schedule is null ? null
        : FigureAnswer.Count((double)SchedulePlan.Checkpoints, new("one each 5 % of the run, so that a cooldown can start at one", "our choice")));

    /// <summary>Bytes of all checkpoints.</summary>
    public static FigureKey AllCheckpointsBytes { get; } = FigureKey.Whole("all_checkpoints_bytes", "All checkpoints", "bytes", static plan => plan.Schedule is null ? null
        : FigureAnswer.Count(SchedulePlan.Checkpoints * plan.Memory.Checkpoint.Bytes, Basis.Derived("checkpoints checkpoint_bytes", Checkpoints, MemoryFigures.CheckpointBytes)));

    internal static FigureKey[] All { get; } = [ScheduleTokens, WarmupSteps, CooldownStartTokens, Checkpoints, AllCheckpointsBytes];
}
