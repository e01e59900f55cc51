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
        if (plan.Data is not { UniqueAssumed: false } data || plan.Compute is not { } compute
            || plan.Spec.Laws.RepeatedData is not Muennighoff2023 law)
        {
            return [];
        }

        // The run's own budget, and the two powers of ten above it.
        var decade = Math.Pow(10, Math.Floor(Math.Log10(compute.SixND.Flops)) + 1);
        return [At(law, compute.SixND.Flops, data.Unique), At(law, decade, data.Unique), At(law, 10 * decade, data.Unique)];
    }

    /// <summary>The size from which a further parameter is worth a tenth of one of a fresh run, for these unique tokens.</summary>
    internal static double SizeStopsHelping(Muennighoff2023 law, UniqueTokens unique) =>
        law.Form.OptimalParametersOf(unique.Count) * (1 + (MuennighoffEquations.RnStar * Math.Log(10)));

    private static LimitedDataRun At(Muennighoff2023 law, double flops, UniqueTokens unique)
    {
        var best = law.Allocate(new TrainingFlops(flops), unique).Value;
        return new(
            new(flops), best.Parameters, best.Tokens.Count / unique.Count,
            law.Loss(new Quantities.ActiveParameters(best.Parameters), best.Tokens, unique).Value);
    }
}
