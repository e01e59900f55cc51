using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The figures of a run's compute.</summary>
public static class ComputeFigures
{
    /// <summary>6 N D, N active parameters.</summary>
    public static FigureKey TrainingFlops { get; } = FigureKey.Real("training_flops", "Training compute", "FLOP", static plan =>
        plan is not { Compute: { } compute, Run: { } run } ? null : FigureAnswer.Real(compute.SixND.Flops, new(
            $"{Factor(compute)} N D, N = {NumberText.Grouped(plan.Size.Counts.Active.Count)} active parameters with embeddings, D = {NumberText.Compact(run.Tokens.Count)} tokens",
            "convention 6ND")
        {
            Convention = Factor(compute) + "ND",
            Inputs = [SizeFigures.Active(plan), RunFigures.Tokens],
            Expression = $"{Factor(compute)} {SizeFigures.Active(plan).Name} tokens",
        }));

    /// <summary>The same in PF-days.</summary>
    public static FigureKey TrainingPetaflopDays { get; } = FigureKey.Real("training_petaflop_days", "Training compute in PF-days", "PF-days", static plan =>
        plan.Compute is not { } compute ? null : FigureAnswer.Real(compute.SixND.Flops / Quantities.TrainingFlops.PerPetaflopDay,
            Basis.Derived("training_flops / 8.64e19", TrainingFlops) with { Convention = Factor(compute) + "ND" }));

    /// <summary>Every matrix product of one token's training.</summary>
    public static FigureKey TrainingFlopsPerToken { get; } = FigureKey.Whole("training_flops_per_token", "Training FLOPs per token", "FLOP per token", static plan =>
        plan.Compute?.ExactPerToken is { } perToken ? FigureAnswer.Count(perToken, Exact(plan)) : null);

    /// <summary>The forward pass alone.</summary>
    public static FigureKey InferenceFlopsPerToken { get; } = FigureKey.Whole("inference_flops_per_token", "Inference FLOPs per token", "FLOP per token", static plan =>
        plan.Compute?.ExactPerToken is not { } perToken ? null : FigureAnswer.Count(perToken / 3, Exact(plan, "a third of training: forward alone, ", TrainingFlopsPerToken) with { Expression = "training_flops_per_token / 3" }));

    /// <summary>Every matrix product of the run.</summary>
    public static FigureKey TrainingFlopsExact { get; } = FigureKey.Real("training_flops_exact", "Training compute, every matrix product", "FLOP", static plan =>
        plan.Compute is not { ExactPerToken: not null, Exact: { } exact } ? null
            : FigureAnswer.Real((double)exact, Exact(plan, "FLOPs per token x tokens, ", TrainingFlopsPerToken, RunFigures.Tokens) with { Expression = "training_flops_per_token tokens" }));

    internal static FigureKey[] All { get; } = [TrainingFlops, TrainingPetaflopDays, TrainingFlopsPerToken, InferenceFlopsPerToken, TrainingFlopsExact];

    private static string Factor(ComputePlan compute) => NumberText.Grouped(compute.Factor);

    private static Basis Exact(TrainingPlan plan, string before = "", params FigureKey[] inputs)
    {
        var convention = ComputePlan.ExactConvention;
        return new($"{before}{convention.Name}, {NumberText.Grouped(plan.Size.Sequence.Tokens)} tokens a sequence", convention.Source)
        {
            Convention = convention.Id,
            Inputs = inputs,
        };
    }
}
