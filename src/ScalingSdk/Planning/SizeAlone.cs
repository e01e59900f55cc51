using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The tokens of a spec that states a size and nothing of the length of its run.</summary>
internal static class SizeAlone
{
    /// <summary>The share of the compute-optimal tokens from which a single pass over the unique tokens is compute-optimal within what the law can say.</summary>
    private const double Enough = 0.9;

    /// <summary>The compute-optimal tokens, or the pass over the unique tokens that comes near them; a conflict where neither is sound.</summary>
    public static (double? Tokens, DataConflict? Conflict) Of(TrainingSpec spec, ModelSize size)
    {
        var law = spec.Laws.Allocation;
        if (size.IsRouted && !law.Info.CountsExperts)
            return (Routed(spec, size), null);
        if (law.OptimalTokens(size) is not { HasValue: true, Value.Count: var optimal })
            return (null, null);
        if (spec.Data.UniqueTokens is not { } unique || unique.Value >= optimal)
            return (optimal, null);
        if (unique.Value >= Enough * optimal)
            return (unique.Value, null);
        var threshold = spec.Laws.Overfitting.Threshold(size);
        return !threshold.HasValue || unique.Value >= threshold.Value.Count ? (optimal, null) : (null, new DataConflict(
            unique, size.Weights, threshold.Value, spec.Laws.Overfitting.Info.Id, new(optimal), law.Info.Id,
            law.Parametric is { Form: var form } && LimitedOptimum.Of(spec.Training, spec.Laws.RepeatedData, form, 6 * size.Active.Count * optimal, new(unique.Value)) is { } better
                ? (better.Parameters, better.Tokens)
                : null));
    }

    // No law says what repetition costs a model with experts: fewer unique tokens are one pass.
    private static double? Routed(TrainingSpec spec, ModelSize size) => Ling2025.Law.OptimalTokens(size) is not { HasValue: true, Value.Count: var optimal } ? null
        : spec.Data.UniqueTokens is { } unique ? Math.Min(unique.Value, optimal) : optimal;
}
