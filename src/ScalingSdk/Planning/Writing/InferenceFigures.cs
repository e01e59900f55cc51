using ScalingSdk.Laws;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning.Writing;

internal static class InferenceFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        if (plan.Inference is not { } inference)
            return;
        figures.Count("lifetime_tokens", "Tokens served over the lifetime", inference.Lifetime.Count, "tokens", Basis.Given());
        var where = $"constants of {plan.Spec.Laws.Allocation.Info.ConstantSet}; the loss of {Compact(inference.Reference.Count)} parameters on "
            + $"{Compact(inference.ReferenceTokens.Count)} tokens, {Compact(inference.Lifetime.Count)} tokens served";
        var basis = Basis.Of(Sardana2023.Law.Info, ["minimise"], where, RunFigures.ActiveKey(plan), "tokens", "lifetime_tokens");
        figures.Count("serving_parameters", "Best size with use counted in", inference.Best, static b => b.Parameters.Count, "parameters", basis);
        figures.Count("serving_tokens", "Best training tokens with use counted in", inference.Best, static b => b.Tokens.Count, "tokens", basis);
        figures.Real("serving_saving", "Lifetime compute that it saves", inference.Best, static b => b.Saving, "", basis);
    }
}
