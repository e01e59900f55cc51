using ScalingSdk.Planning;
using ScalingSdk.Rules;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk;

/// <summary>What a change of a spec does to the loss and the compute, in words.</summary>
internal static class PlanChange
{
    /// <summary>Below this, a change of the loss is within what is printed of it.</summary>
    private const double LeastLoss = 0.001, LeastCompute = 0.02;

    /// <summary>"the loss falls from 3.03 to 3.01, the compute rises by 8 %"; null where nothing is predicted, or nothing changes.</summary>
    public static string? Between(TrainingPlan plan, TrainingPlan after)
    {
        List<string> parts = [];
        if (Losses(plan, after) is var (before, then) && Math.Abs(then - before) >= LeastLoss)
        {
            var verb = then < before ? "falls" : "rises";
            var far = plan.Loss!.Loss.Outside.Inside && after.Loss!.Loss.Outside.Inside ? "" : " (extrapolated)";
            parts.Add((string.Equals(Compact(before), Compact(then), StringComparison.Ordinal)
                ? $"the loss {verb} by {Compact(Math.Abs(then - before))}"
                : $"the loss {verb} from {Compact(before)} to {Compact(then)}") + far);
        }

        if (plan.Compute is { SixND.Flops: var flops } && after.Compute is { SixND.Flops: var needed } && Math.Abs((needed / flops) - 1) >= LeastCompute)
            parts.Add(ComputeChange.Describe(needed / flops));
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static (double Before, double After)? Losses(TrainingPlan plan, TrainingPlan after) =>
        !plan.Size.Counts.IsRouted && plan.Loss is { Loss.HasValue: true } before && after.Loss is { Loss.HasValue: true } then && before.Law == then.Law
            ? (before.Loss.Value.NatsPerToken, then.Loss.Value.NatsPerToken)
            : null;
}
