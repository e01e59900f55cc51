using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Planning.Writing;

internal static class ComputeFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        if (plan.Compute is not { } compute || plan.Run is not { } run)
            return;
        var n = $"{NumberText.Grouped(compute.Factor)} N D, N = {NumberText.Grouped(plan.Size.Counts.Active.Count)} active parameters with embeddings, "
            + $"D = {NumberText.Compact(run.Tokens.Count)} tokens";
        var basis = new Basis(n, "convention 6ND") { Convention = NumberText.Grouped(compute.Factor) + "ND", Inputs = [RunFigures.ActiveKey(plan), "tokens"] };
        figures.Real("training_flops", "Training compute", compute.SixND.Flops, "FLOP", basis);
        figures.Real("training_petaflop_days", "Training compute in PF-days", compute.SixND.Flops / TrainingFlops.PerPetaflopDay, "PF-days",
            Basis.Derived("FLOP / 8.64e19", "training_flops") with { Convention = NumberText.Grouped(compute.Factor) + "ND" });
        if (compute.ExactPerToken is not { } perToken)
            return;
        var convention = ComputePlan.ExactConvention;
        var exact = new Basis($"{convention.Name}, {NumberText.Grouped(plan.Size.Sequence.Tokens)} tokens a sequence", convention.Source)
        {
            Convention = convention.Id,
        };
        figures.Count("training_flops_per_token", "Training FLOPs per token", perToken, "FLOP per token", exact);
        figures.Count("inference_flops_per_token", "Inference FLOPs per token", perToken / 3, "FLOP per token", exact with
        {
            Formula = "a third of training: forward alone, " + exact.Formula,
            Inputs = ["training_flops_per_token"],
        });
        figures.Real("training_flops_exact", "Training compute, every matrix product", (double)compute.Exact!.Value, "FLOP", exact with
        {
            Formula = "FLOPs per token x tokens, " + exact.Formula,
            Inputs = ["training_flops_per_token", "tokens"],
        });
    }
}
