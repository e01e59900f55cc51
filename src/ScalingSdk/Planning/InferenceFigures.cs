using ScalingSdk.Laws;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>The figures of a model's use.</summary>
public static class InferenceFigures
{
    /// <summary>Bytes of the weights as served.</summary>
    public static FigureKey ServingWeightBytes { get; } = FigureKey.Whole("serving_weight_bytes", "Weights as served", "bytes", "inference", static plan => plan.Spec.Inference.WeightBits is not { } bits ? null
        : FigureAnswer.Count(plan.Size.Counts.Total.Count * bits.Value / 8, Basis.Derived($"total_parameters {Round(bits.Value)} / 8", SizeFigures.TotalParameters).Noted("bits of a weight")));

    /// <summary>The rise of the loss by quantising the trained weights.</summary>
    public static FigureKey QuantisationDamage { get; } = FigureKey.Real(
        "quantisation_damage", "Rise of the loss by quantising the trained weights, experimental", "nats per token", "inference", static plan =>
            plan is { Run: { } run, Spec.Inference.WeightBits: { Value: < 16 } bits }
                && Kumar2024.Law.QuantisationDamage(plan.Size.Counts.Active, run.Tokens, bits.Value) is var damage
                ? FigureAnswer.Real(damage, static x => x, Basis.By(damage.Source, "for the direction alone: the authors disclaim their constants", SizeFigures.Active(plan), RunFigures.Tokens))
                : null);

    /// <summary>Tokens served over the lifetime.</summary>
    public static FigureKey LifetimeTokens { get; } = FigureKey.Whole("lifetime_tokens", "Tokens served over the lifetime", "tokens", "inference", static plan =>
        plan.Inference is { } inference ? FigureAnswer.Count(inference.Lifetime.Count, Basis.Given()) : null);

    /// <summary>The best size with use counted in.</summary>
    public static FigureKey ServingParameters { get; } = FigureKey.Whole("serving_parameters", "Best size including use", "parameters", "inference", static plan =>
        plan.Inference is { } inference ? FigureAnswer.Count(inference.Best, static b => b.Parameters.Count, Serving(plan, inference)) : null);

    /// <summary>The best training tokens with use counted in.</summary>
    public static FigureKey ServingTokens { get; } = FigureKey.Whole("serving_tokens", "Best training tokens including use", "tokens", "inference", static plan =>
        plan.Inference is { } inference ? FigureAnswer.Count(inference.Best, static b => b.Tokens.Count, Serving(plan, inference)) : null);

    /// <summary>The lifetime compute that it saves.</summary>
    public static FigureKey ServingSaving { get; } = FigureKey.Real("serving_saving", "Lifetime compute saved", "", "inference", static plan => plan.Inference is not { } inference ? null
        : FigureAnswer.Real(inference.Best, static b => Cancellation.Difference(1, 1 - b.Saving), Serving(plan, inference)));

    internal static FigureKey[] All { get; } = [ServingWeightBytes, QuantisationDamage, LifetimeTokens, ServingParameters, ServingTokens, ServingSaving];

    private static Basis Serving(TrainingPlan plan, InferencePlan inference) => Basis.By(inference.Best.Source,
        $"constants of {plan.Spec.Laws.Allocation.Info.ConstantSet}; the loss of {Compact(inference.Reference.Count)} parameters on "
            + $"{Compact(inference.ReferenceTokens.Count)} tokens, {Compact(inference.Lifetime.Count)} tokens served",
        SizeFigures.Active(plan), plan.Run is null ? OptimumFigures.OptimalTokens : RunFigures.Tokens, LifetimeTokens);
}
