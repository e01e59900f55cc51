using ScalingSdk.Laws;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning.Writing;

internal static class InferenceFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        WriteWeights(figures, plan);
        if (plan.Inference is not { } inference)
            return;
        figures.Count("lifetime_tokens", "Tokens served over the lifetime", inference.Lifetime.Count, "tokens", Basis.Given());
        var where = $"constants of {plan.Spec.Laws.Allocation.Info.ConstantSet}; the loss of {Compact(inference.Reference.Count)} parameters on "
            + $"{Compact(inference.ReferenceTokens.Count)} tokens, {Compact(inference.Lifetime.Count)} tokens served";
        var basis = Basis.Of(Sardana2023.Law.Info, ["C = 6 N D + 2 N D_inf"], where, RunFigures.ActiveKey(plan), plan.Run is null ? "optimal_tokens" : "tokens", "lifetime_tokens");
        figures.Count("serving_parameters", "Best size with use counted in", inference.Best, static b => b.Parameters.Count, "parameters", basis);
        figures.Count("serving_tokens", "Best training tokens with use counted in", inference.Best, static b => b.Tokens.Count, "tokens", basis);
        figures.Real("serving_saving", "Lifetime compute that it saves", inference.Best, static b => Cancellation.Difference(1, 1 - b.Saving), "", basis);
    }

    private static void WriteWeights(FigureList figures, TrainingPlan plan)
    {
        if (plan.Spec.Inference.WeightBits is not { } bits)
            return;
        figures.Count("serving_weight_bytes", "Weights as served", plan.Size.Counts.Total.Count * bits.Value / 8, "bytes",
            Basis.Derived($"total parameters x {bits.Text} bits / 8", "total_parameters"));
        if (plan.Run is { } run && bits.Value < 16)
        {
            figures.Real("quantisation_damage", "Rise of the loss by quantising the trained weights, experimental",
                Kumar2024.Law.QuantisationDamage(plan.Size.Counts.Active, run.Tokens, bits.Value), static x => x, "nats per token",
                Basis.Of(Kumar2024.Law.Info, ["delta_PTQ"], "for the direction alone: the authors disclaim their constants", RunFigures.ActiveKey(plan), "tokens"));
        }
    }
}
