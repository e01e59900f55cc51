using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>The compute-optimal run by the spec's allocation law, for the model's size and for the run's compute.</summary>
public sealed record OptimumPlan
{
    /// <summary>The law that was asked.</summary>
    public required IAllocationLaw Law { get; init; }

    /// <summary>The tokens for which the model is the compute-optimal size.</summary>
    public required Answer<Tokens> Tokens { get; init; }

    /// <summary>The compute that is shared out; null where the spec gives no run.</summary>
    public required TrainingFlops? Compute { get; init; }

    /// <summary>The best run for this compute.</summary>
    public required Answer<OptimalRun> Best { get; init; }

    /// <summary>The loss of the best run; none where the law predicts no loss.</summary>
    public required Answer<PredictedLoss> BestLoss { get; init; }

    /// <summary>The least size that reaches the best loss of this compute with at most <see cref="Flatness"/> more; null without a parametric loss.</summary>
    public double? LeastFlatSize => Law.Parametric is { Form: var form } && Compute is { } compute ? FlatOptimum.Least(form, compute.Flops, Flatness) : null;

    /// <summary>The largest one.</summary>
    public double? LargestFlatSize => Law.Parametric is { Form: var form } && Compute is { } compute ? FlatOptimum.Largest(form, compute.Flops, Flatness) : null;

    /// <summary>Both.</summary>
    public (double Least, double Most)? FlatSizes => LeastFlatSize is { } least && LargestFlatSize is { } largest ? (least, largest) : null;

    /// <summary>The compute of this run over that of the cheapest run to its loss, by kaplan-2020 B.16; a second opinion on the size.</summary>
    public required Answer<double> WrongSizeByKaplan { get; init; }

    /// <summary>How much more compute for the same loss counts as the same: 10 %.</summary>
    public const double Flatness = 0.1;

    internal static OptimumPlan? Of(IAllocationLaw law, SizePlan size, RunPlan? run, ComputePlan? compute)
    {
        if (!size.LawsApply)
            return null;
        var budget = compute is null ? default(TrainingFlops?) : BudgetOf(law, size, run!, compute);
        var best = budget is { } flops ? law.Allocate(flops) : default;
        return new OptimumPlan
        {
            Law = law,
            Tokens = law.OptimalTokens(size.Counts),
            Compute = budget,
            Best = best,
            BestLoss = law.Surface is { } surface && best.HasValue
                ? surface.Loss(new Quantities.ActiveParameters(best.Value.Parameters), best.Value.Tokens)
                : default,
            WrongSizeByKaplan = compute is null ? default : KaplanPrice(size, compute.SixND),
        };
    }

    // Each law's C in its own convention: 6 N D of what it counts as N, or M D.
    internal static TrainingFlops BudgetOf(IAllocationLaw law, SizePlan size, RunPlan run, ComputePlan compute) => law.Info.Parameters switch
    {
        Quantities.ParameterConvention.NonEmbeddingWeights => new(6 * size.Counts.Weights.Count * run.Tokens.Count),
        Quantities.ParameterConvention.NonEmbeddingFlopsPerToken when size.Counts.FlopsPerToken is { } scale => new(scale.Flops * run.Tokens.Count),
        _ => compute.SixND,
    };

    // Kaplan's efficient size at the critical batch: C_min is half the compute.
    private static Answer<double> KaplanPrice(SizePlan size, TrainingFlops compute)
    {
        var efficient = Kaplan2020.Law.Frontier(MinimumCompute.AtCriticalBatch(compute));
        if (!efficient.HasValue)
            return Answer<double>.None(efficient.WhyNone!);
        return Kaplan2020.WrongSize(size.Counts.Weights.Count / efficient.Value.Parameters.Count).Select(static ratio => ratio.Compute);
    }
}
