using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>The figures of the compute-optimal run; for a routed model those of a dense one, and nothing of what it would save.</summary>
public static class OptimumFigures
{
    /// <summary>The tokens for which the model is the compute-optimal size.</summary>
    public static FigureKey OptimalTokens { get; } = FigureKey.Whole("optimal_tokens", "Compute-optimal tokens for this size", "tokens", static plan =>
    {
        if (plan.Optimum is not { } optimum)
            return null;
        var basis = Basis.By(optimum.Tokens.Source, $"at N = {Grouped(plan.Size.Counts.Active.Count)} active parameters", SizeFigures.Active(plan));
        return FigureAnswer.Count(optimum.Tokens, static t => t.Count, optimum.Law.Surface is { } law
            ? basis.Within(law.OptimalTokensInterval(plan.Size.Counts.Active), law.Info.Id)
            : basis)?.OfDense(plan, "Compute-optimal tokens for a dense model of the active size");
    });

    /// <summary>DeepSeek's M of the best run for the compute.</summary>
    public static FigureKey OptimalScaleAtBudget { get; } = FigureKey.Real("optimal_scale_at_budget", "Compute-optimal FLOPs per token for this compute", "FLOP per token", "laws.allocation", static plan =>
        plan.Optimum is { Compute: { } compute, Law.Info.Parameters: ParameterConvention.NonEmbeddingFlopsPerToken } optimum
            ? FigureAnswer.Real(optimum.Best, static b => b.Parameters, AtBudget(optimum, compute))
            : null);

    /// <summary>The size of the best run for the compute.</summary>
    public static FigureKey OptimalParametersAtBudget { get; } = FigureKey.Whole("optimal_parameters_at_budget", "Compute-optimal size for this compute", "parameters", static plan =>
        plan.Optimum is { Compute: { } compute, Law.Info.Parameters: not ParameterConvention.NonEmbeddingFlopsPerToken } optimum
            ? FigureAnswer.Count(optimum.Best, static b => b.Parameters, optimum.Law.Surface is { } interval
                ? AtBudget(optimum, compute).Within(interval.ParametersInterval(compute), optimum.Law.Info.Id)
                : AtBudget(optimum, compute))?.OfDense(plan, "Compute-optimal size of a dense model for this compute")
            : null);

    /// <summary>The tokens of the best run for the compute.</summary>
    public static FigureKey OptimalTokensAtBudget { get; } = FigureKey.Whole("optimal_tokens_at_budget", "Compute-optimal tokens for this compute", "tokens", static plan =>
        plan.Optimum is { Compute: { } compute } optimum
            ? FigureAnswer.Count(optimum.Best, static b => b.Tokens.Count, optimum.Law.Surface is { } interval
                ? TokensAtBudget(optimum, compute).Within(interval.TokensInterval(compute), optimum.Law.Info.Id)
                : TokensAtBudget(optimum, compute))?.OfDense(plan, "Compute-optimal tokens of a dense model for this compute")
            : null);

    /// <summary>The tokens of the best run over its parameters.</summary>
    public static FigureKey OptimalTokensPerParameter { get; } = FigureKey.Real("optimal_tokens_per_parameter", "Compute-optimal tokens per parameter", "tokens per parameter", static plan =>
    {
        if (plan.Optimum is not { Compute: { } compute, Law: var law } optimum)
            return null;
        var size = law.Info.Parameters == ParameterConvention.NonEmbeddingFlopsPerToken ? OptimalScaleAtBudget : OptimalParametersAtBudget;
        var basis = Basis.Derived($"optimal_tokens_at_budget / {size.Name}", OptimalTokensAtBudget, size) with { Convention = Name(law.Info.Parameters) };
        return FigureAnswer.Real(optimum.Best, static b => b.Tokens.Count / b.Parameters, law.Surface is { } parametric
            ? basis.Within(parametric.TokensPerParameterInterval(compute), law.Info.Id)
            : basis)?.OfDense(plan, "Compute-optimal tokens per parameter of a dense model");
    });

    /// <summary>The loss of the best run for the compute.</summary>
    public static FigureKey OptimalLossAtBudget { get; } = FigureKey.Real("optimal_loss_at_budget", "Least loss for this compute", "nats per token", static plan =>
    {
        if (plan.Optimum is not { Compute: { } compute, Law: var law } optimum)
            return null;
        var basis = Basis.By(optimum.BestLoss.Source, "at N_opt and D_opt", OptimalParametersAtBudget, OptimalTokensAtBudget);
        return FigureAnswer.Real(optimum.BestLoss, static l => l.NatsPerToken, law.Surface is { } parametric
            ? basis.Within(parametric.BestLossInterval(compute), law.Info.Id)
            : basis)?.OfDense(plan, "Least loss of a dense model for this compute");
    });

    /// <summary>The least size that reaches the best loss of this compute with at most 10 % more.</summary>
    public static FigureKey FlatParametersLow { get; } = FigureKey.Whole("flat_parameters_low", "Least size at 10 % more compute for the same loss", "parameters", static plan =>
        !plan.Size.Counts.IsRouted && plan.Optimum is { LeastFlatSize: { } least } optimum ? FigureAnswer.Count(least, Flat(optimum)) : null);

    /// <summary>The largest size that reaches the best loss of this compute with at most 10 % more.</summary>
    public static FigureKey FlatParametersHigh { get; } = FigureKey.Whole("flat_parameters_high", "Largest size at 10 % more compute for the same loss", "parameters", static plan =>
        !plan.Size.Counts.IsRouted && plan.Optimum is { LargestFlatSize: { } largest } optimum ? FigureAnswer.Count(largest, Flat(optimum)) : null);

    /// <summary>The share of the run's compute that the cheapest run to the same loss saves.</summary>
    public static FigureKey ComputeSaved { get; } = FigureKey.Real("compute_saved", "Compute saved by the cheapest run to the same loss", "", static plan =>
        plan is { Size.Counts.IsRouted: false, Data: { } data, Optimum: { Compute: not null, Law.Parametric: { } law } }
            ? FigureAnswer.Real(data.ComputeSaved, new Basis("1 - C(frontier at the run's loss) / C", law.Info.Id) { Inputs = [ComputeFigures.TrainingFlops], Law = law.Info.Id })
            : null);

    /// <summary>The compute of the run over that of Kaplan's efficient size at equal loss.</summary>
    public static FigureKey WrongSizeComputeKaplan { get; } = FigureKey.Real("wrong_size_compute_kaplan", "Compute relative to Kaplan's efficient size at equal loss", "", static plan =>
        plan is { Size.Counts.IsRouted: false, Optimum: { Compute: not null } optimum }
            ? FigureAnswer.Real(optimum.WrongSizeByKaplan, static x => x,
                Basis.By(optimum.WrongSizeByKaplan.Source, "N_eff for C_min = C/2", SizeFigures.NonEmbeddingWeights, ComputeFigures.TrainingFlops))
            : null);

    internal static FigureKey[] All { get; } =
    [
        OptimalTokens, OptimalScaleAtBudget, OptimalParametersAtBudget, OptimalTokensAtBudget, OptimalTokensPerParameter, OptimalLossAtBudget,
        FlatParametersLow, FlatParametersHigh, ComputeSaved, WrongSizeComputeKaplan,
    ];

    private static Basis AtBudget(OptimumPlan optimum, TrainingFlops compute) =>
        Basis.By(optimum.Best.Source, $"C = {Round(compute.Flops)} FLOP", ComputeFigures.TrainingFlops) with { Convention = Name(optimum.Law.Info.Parameters) };

    // The tokens of a best run are what the budget leaves for its size: C / 6 N, or C / M.
    private static Basis TokensAtBudget(OptimumPlan optimum, TrainingFlops compute) => !optimum.Best.HasValue ? Basis.Given()
        : Basis.By(BudgetEquations.TokensOf(optimum.Law.Info, compute, optimum.Best.Value), "", ComputeFigures.TrainingFlops) with { Convention = Name(optimum.Law.Info.Parameters) };

    private static Basis Flat(OptimumPlan optimum) =>
        new("6 N D(N) = 1.1 C, D(N) the tokens with which N reaches the least loss on C = 6 N D", optimum.Law.Info.Id) { Inputs = [ComputeFigures.TrainingFlops], Law = optimum.Law.Info.Id };

    private static string Name(ParameterConvention convention) => convention switch
    {
        ParameterConvention.NonEmbeddingWeights => "non-embedding weights",
        _ => "active parameters",
    };
}
