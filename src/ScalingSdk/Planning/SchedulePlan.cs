using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The learning-rate schedule and the checkpoints: where it ends, how long it rises and falls, how many states are kept.</summary>
public sealed record SchedulePlan
{
    /// <summary>How the learning rate falls: as stated, otherwise a cosine.</summary>
    public required LearningRateSchedule Kind { get; init; }

    /// <summary>Tokens at which the schedule ends: as stated, otherwise the run's.</summary>
    public required Tokens Horizon { get; init; }

    /// <summary>The horizon over the run's tokens: above 1.25 a cosine measurably hurts (Hoffmann et al. 2022, appendix B).</summary>
    public required double HorizonOverRun { get; init; }

    /// <summary>Steps over which the learning rate rises: as stated, otherwise 2000, and never more than a tenth of the run.</summary>
    public required double? WarmupSteps { get; init; }

    /// <summary>True where a named recipe sets the warm-up.</summary>
    public bool WarmupByRecipe { get; init; }

    /// <summary>Tokens at which the cooldown of a constant schedule begins, for a cooldown of <see cref="CooldownShare"/>.</summary>
    public required Tokens CooldownStart { get; init; }

    /// <summary>Checkpoints kept over the run.</summary>
    public const int Checkpoints = 20;

    /// <summary>The share of a run over which a constant schedule cools down (hagele-2024: 10 to 20 %).</summary>
    public const double CooldownShare = 0.2;

    /// <summary>The warmup of step-law-2025 and deepseek-2024, in steps.</summary>
    public const double UsualWarmup = 2000;

    internal static SchedulePlan? Of(TrainingSpec spec, RunPlan? run, BatchPlan batch, RecipePlan? recipe)
    {
        if (run is null)
            return null;
        var horizon = new Tokens(spec.Training.ScheduleTokens?.Value ?? run.Tokens.Count);
        var warmup = batch.Steps is { } steps ? Math.Round(Math.Min(UsualWarmup, steps.Count / 10)) : default(double?);
        var told = recipe is { Recipe: { HasValue: true, Value: var named } } ? named : null;
        return new SchedulePlan
        {
            Kind = spec.Training.Schedule?.Value ?? LearningRateSchedule.Cosine,
            Horizon = horizon,
            HorizonOverRun = horizon.Count / run.Tokens.Count,
            WarmupSteps = spec.Training.WarmupSteps?.Value ?? told?.WarmupSteps ?? warmup,
            WarmupByRecipe = spec.Training.WarmupSteps is null && told?.WarmupSteps is not null,
            CooldownStart = new(run.Tokens.Count * (1 - CooldownShare)),
        };
    }
}
