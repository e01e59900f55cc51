using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;

namespace ScalingSdk.Rules;

/// <summary>A run on limited data beside the best one on the same tokens, both by muennighoff-2023 with its N' and D'.</summary>
internal static class LimitedData
{
    /// <summary>
    /// w: the compute of the run over the least compute of the best size and epochs on the same unique tokens for the same loss. Null
    /// where the law of the spec does not say it, the model is routed, or a tuned decay makes larger models better than that law knows.
    /// </summary>
    public static double? Waste(TrainingPlan plan)
    {
        if (plan.Size.Counts.IsRouted || plan is not { Data: { Turn.IsRegularised: false } data, Compute.SixND.Flops: var flops })
            return null;
        var law = plan.Spec.Laws.RepeatedData;
        var loss = law.Loss(plan.Size.Counts.Active, data.Tokens, data.Unique);
        if (!loss.HasValue)
            return null;
        var (low, high) = (Math.Log(flops) - 30, Math.Log(flops));
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = BestLoss(law, Math.Exp(middle), data.Unique) > loss.Value.NatsPerToken ? (middle, high) : (low, middle);
        }

        return flops / Math.Exp(high);
    }

    /// <summary>
    /// The best size and epochs at at most the run's compute: at most 16 epochs, at least 1.4 unique tokens per parameter, and tokens
    /// that are worth at least half of the compute-optimal ones.
    /// </summary>
    public static BetterRun? Better(TrainingPlan plan)
    {
        if (plan.Size.Counts.IsRouted || plan is not { Data: { UniqueAssumed: false } data, Compute.SixND.Flops: var flops }
            || plan.Spec.Laws.Allocation.Parametric is not { Form: var form })
        {
            return null;
        }

        var law = plan.Spec.Laws.RepeatedData;
        var unique = plan.Spec.Data.UniqueTokens is { } all ? new UniqueTokens(all.Value) : data.Unique;
        return LimitedOptimum.Of(plan.Spec.Training, law, form, flops, unique) is { } best
            ? new BetterRun(best.Parameters, best.Tokens, best.Tokens / unique.Count, best.Loss, 6 * best.Parameters * best.Tokens / flops)
            : null;
    }

    /// <summary>The loss of the run itself, in the nats of <see cref="Better"/>.</summary>
    public static double? Loss(TrainingPlan plan) => plan.Data is { } data
        && plan.Spec.Laws.RepeatedData.Loss(plan.Size.Counts.Active, data.Tokens, data.Unique) is { HasValue: true } loss ? loss.Value.NatsPerToken : null;

    /// <summary>The lowest loss of the run: at its last epoch where the law holds until then, otherwise where the recipe that tolerates most turns up.</summary>
    public static double? LowestLoss(TrainingPlan plan) => plan.Data is not { } data ? null
        : data.LawHolds ? Loss(plan)
        : LossAt(plan, Math.Min(Math.Max(1, data.Turn.Most), data.Epochs));

    /// <summary>The loss of this size after so many epochs.</summary>
    public static double? LossAt(TrainingPlan plan, double epochs) => plan.Data is { } data
        && plan.Spec.Laws.RepeatedData.Loss(plan.Size.Counts.Active, new Tokens(epochs * data.Unique.Count), data.Unique) is { HasValue: true } loss ? loss.Value.NatsPerToken : null;

    /// <summary>How far outside the range of the law the run lies.</summary>
    public static Extrapolation Outside(TrainingPlan plan) => plan.Data is { } data
        ? plan.Spec.Laws.RepeatedData.Loss(plan.Size.Counts.Active, data.Tokens, data.Unique).Outside
        : Extrapolation.None;

    private static double BestLoss(Muennighoff2023 law, double flops, UniqueTokens unique)
    {
        var best = law.Allocate(new TrainingFlops(flops), unique).Value;
        return law.Loss(new ActiveParameters(best.Parameters), best.Tokens, unique).Value.NatsPerToken;
    }
}
