using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>Time against cost at one batch: (S/S_min - 1)(E/E_min - 1) = 1 (mccandlish-2018), at the end of the run.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="StepsOverFewest">Steps over the fewest: time, where a larger batch runs on more devices.</param>
/// <param name="TokensOverLeast">Tokens over the least: cost.</param>
/// <param name="Steps">Steps to the loss that the run reaches at the plan's batch; null without a run.</param>
/// <param name="Tokens">Tokens to that loss; null without a run.</param>
public sealed record BatchPoint(BatchTokens Batch, double StepsOverFewest, double TokensOverLeast, double? Steps, Tokens? Tokens)
{
    private static readonly double[] OverCeiling = [0.0625, 0.125, 0.25, 0.5, 1, 2];

    internal static IReadOnlyList<BatchPoint> Of(TrainingPlan plan)
    {
        if (plan.Batch is not { IsRouted: false, CeilingByKaplan: { HasValue: true, Value: var ceiling } } batch)
            return [];
        var rows = new List<BatchPoint>();
        foreach (var factor in OverCeiling)
            rows.Add(At(new BatchTokens(factor * ceiling.Count), ceiling, batch));
        return rows;
    }

    private static BatchPoint At(BatchTokens batch, BatchTokens ceiling, BatchPlan plan)
    {
        var trade = McCandlish2018.Law.At(batch, ceiling).Value;
        var run = plan is { Used: { } used, Steps: { } steps }
            ? McCandlish2018.Law.Rebatch(new BatchedRun(steps.Count, used), batch, ceiling)
            : default;
        return new(
            batch, trade.Steps, trade.Examples,
            run.HasValue ? run.Value.Steps : null, run.HasValue ? run.Value.Tokens : default(Tokens?));
    }
}
