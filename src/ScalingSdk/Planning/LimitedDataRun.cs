using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>The best size and epochs for the unique tokens at hand, at a budget (muennighoff-2023).</summary>
/// <param name="Compute">The budget.</param>
/// <param name="Parameters">The best size.</param>
/// <param name="Epochs">The passes over the unique tokens that it leaves.</param>
/// <param name="Loss">The loss, in nats per token of muennighoff-2023.</param>
public sealed record LimitedDataRun(TrainingFlops Compute, double Parameters, double Epochs, PredictedLoss Loss)
{
    internal static IReadOnlyList<LimitedDataRun> Of(TrainingPlan plan)
    {
        if (plan.Size.Counts.IsRouted || plan.Data is not { UniqueAssumed: false } data || plan.Compute is not { } compute)
            return [];

        // The run's own budget, and the two powers of ten above it.
        var decade = Math.Pow(10, Math.Floor(Math.Log10(compute.SixND.Flops)) + 1);
        var law = plan.Spec.Laws.RepeatedData;
        var runs = new List<LimitedDataRun>();
        foreach (var flops in new[] { compute.SixND.Flops, decade, 10 * decade })
        {
            if (At(plan, law, flops, data.Unique) is { } run)
                runs.Add(run);
        }

        return runs;
    }

    // Null where the law has no best run, and where that has so many epochs that its loss turns up.
    private static LimitedDataRun? At(TrainingPlan plan, Muennighoff2023 law, double flops, UniqueTokens unique)
    {
        if (law.Allocate(new TrainingFlops(flops), unique) is not { HasValue: true, Value: var best })
            return null;
        var size = NominalSize.Of(new TotalParameters(best.Parameters));
        var turn = EpochsTurn.Of(plan.Spec.Training, size, unique);
        if (best.Tokens.Count / unique.Count > Math.Min(turn.Suspect, turn.Certain))
            return null;
        var loss = law.Loss(size, best.Tokens, unique);
        return loss.HasValue ? new(new(flops), best.Parameters, best.Tokens.Count / unique.Count, loss.Value) : null;
    }
}
