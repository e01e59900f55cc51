using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>The figures of the compute-optimal run.</summary>
public static class OptimumFigures
{
    private static readonly string[] Allocation = ["N_opt", "M_opt", "(Table 6)", "L(N, D"];

    /// <summary>The tokens for which the model is the compute-optimal size.</summary>
    public static FigureKey OptimalTokens { get; } = new("optimal_tokens", "Compute-optimal tokens for this size", "tokens", static plan =>
    {
        if (plan.Optimum is not { } optimum)
            return null;
        var basis = Basis.Of(optimum.Law.Info, Allocation, $"solved for D at N = {Grouped(plan.Size.Counts.Active.Count)} active parameters", SizeFigures.Active(plan));
        return FigureAnswer.Count(optimum.Tokens, static t => t.Count, optimum.Law is ParametricLaw law
            ? basis.Within(law.OptimalTokensInterval(plan.Size.Counts.Active), law.Info.Id)
            : basis);
    });

    /// <summary>DeepSeek's M of the best run for the compute.</summary>
    public static FigureKey OptimalScaleAtBudget { get; } = new("optimal_scale_at_budget", "Compute-optimal FLOPs per token for this compute", "FLOP per token", static plan =>
        plan.Optimum is { Compute: { } compute, Law.Info.Parameters: ParameterConvention.NonEmbeddingFlopsPerToken } optimum
            ? FigureAnswer.Real(optimum.Best, static b => b.Parameters, AtBudget(optimum, compute))
            : null);

    /// <summary>The size of the best run for the compute.</summary>
    public static FigureKey OptimalParametersAtBudget { get; } = new("optimal_parameters_at_budget", "Compute-optimal size for this compute", "parameters", static plan =>
        plan.Optimum is { Compute: { } compute, Law.Info.Parameters: not ParameterConvention.NonEmbeddingFlopsPerToken } optimum
            ? FigureAnswer.Count(optimum.Best, static b => b.Parameters, optimum.Law is IIntervalLaw interval
                ? AtBudget(optimum, compute).Within(interval.ParametersInterval(compute), optimum.Law.Info.Id)
                : AtBudget(optimum, compute))
            : null);

    /// <summary>The tokens of the best run for the compute.</summary>
    public static FigureKey OptimalTokensAtBudget { get; } = new("optimal_tokens_at_budget", "Compute-optimal tokens for this compute", "tokens", static plan =>
        plan.Optimum is { Compute: { } compute } optimum
            ? FigureAnswer.Count(optimum.Best, static b => b.Tokens.Count, optimum.Law is IIntervalLaw interval
                ? AtBudget(optimum, compute).Within(interval.TokensInterval(compute), optimum.Law.Info.Id)
                : AtBudget(optimum, compute))
            : null);

    /// <summary>The tokens of the best run over its parameters.</summary>
    public static FigureKey OptimalTokensPerParameter { get; } = new("optimal_tokens_per_parameter", "Compute-optimal tokens per parameter", "tokens per parameter", static plan =>
    {
        if (plan.Optimum is not { Compute: { } compute, Law: var law } optimum)
            return null;
        var unit = law.Info.Parameters == ParameterConvention.Active ? RunFigures.PerParameter(plan) : "tokens per parameter";
        var basis = Basis.Derived("D_opt / N_opt", OptimalTokensAtBudget) with { Convention = Name(law.Info.Parameters) };
        return FigureAnswer.Real(optimum.Best, static b => b.Tokens.Count / b.Parameters, law is ParametricLaw parametric
            ? basis.Within(parametric.TokensPerParameterInterval(compute), law.Info.Id)
            : basis) is { } answer ? answer with { Title = "Compute-optimal " + unit, Unit = unit } : null;
    });

    /// <summary>The loss of the best run for the compute.</summary>
    public static FigureKey OptimalLossAtBudget { get; } = new("optimal_loss_at_budget", "Least loss for this compute", "nats per token", static plan =>
    {
        if (plan.Optimum is not { Compute: { } compute, Law: var law } optimum)
            return null;
        var basis = Basis.Of(law.Info, ["L(N, D"], "at N_opt and D_opt", OptimalParametersAtBudget, OptimalTokensAtBudget);
        return FigureAnswer.Real(optimum.BestLoss, static l => l.NatsPerToken, law is ParametricLaw parametric
            ? basis.Within(parametric.BestLossInterval(compute), law.Info.Id)
            : basis);
    });

    /// <summary>The least size whose loss at this compute is within 1 % of the least.</summary>
    public static FigureKey FlatParametersLow { get; } = new("flat_parameters_low", "Least size within 1 % of the least loss", "parameters", static plan =>
        plan.Optimum is { FlatSizes: { } flat } optimum ? FigureAnswer.Count(flat.Least, Flat(optimum)) : null);

    /// <summary>The largest size whose loss at this compute is within 1 % of the least.</summary>
    public static FigureKey FlatParametersHigh { get; } = new("flat_parameters_high", "Largest size within 1 % of the least loss", "parameters", static plan =>
        plan.Optimum is { FlatSizes: { } flat } optimum ? FigureAnswer.Count(flat.Most, Flat(optimum)) : null);

    /// <summary>The share of the run's compute that the cheapest run to the same loss saves.</summary>
    public static FigureKey ComputeSaved { get; } = new("compute_saved", "Compute that the cheapest run to the same loss saves", "", static plan =>
        plan is { Data: { } data, Optimum: { Compute: not null, Law: ParametricLaw law } }
            ? FigureAnswer.Real(data.ComputeSaved, Basis.Of(law.Info, ["N_opt"], "1 - C(frontier at the run's loss) / C", ComputeFigures.TrainingFlops))
            : null);

    /// <summary>The compute of the run over that of Kaplan's efficient size at equal loss.</summary>
    public static FigureKey WrongSizeComputeKaplan { get; } = new("wrong_size_compute_kaplan", "Compute over that of Kaplan's efficient size at equal loss", "", static plan =>
        plan.Optimum is { Compute: not null } optimum
            ? FigureAnswer.Real(optimum.WrongSizeByKaplan, static x => x,
                Basis.Of(Kaplan2020.Law.Info, ["(B.16)"], "N_eff for C_min = C/2", SizeFigures.NonEmbeddingWeights, ComputeFigures.TrainingFlops))
            : null);

    internal static FigureKey[] All { get; } =
    [
        OptimalTokens, OptimalScaleAtBudget, OptimalParametersAtBudget, OptimalTokensAtBudget, OptimalTokensPerParameter, OptimalLossAtBudget,
        FlatParametersLow, FlatParametersHigh, ComputeSaved, WrongSizeComputeKaplan,
    ];

    private static Basis AtBudget(OptimumPlan optimum, TrainingFlops compute) =>
        Basis.Of(optimum.Law.Info, Allocation, $"C = {Round(compute.Flops)} FLOP", ComputeFigures.TrainingFlops) with { Convention = Name(optimum.Law.Info.Parameters) };

    private static Basis Flat(OptimumPlan optimum) =>
        Basis.Of(optimum.Law.Info, ["L(N, D"], "1 % above the least loss on C = 6 N D", ComputeFigures.TrainingFlops);

    private static string Name(ParameterConvention convention) => convention switch
    {
        ParameterConvention.NonEmbeddingWeights => "non-embedding weights",
        _ => "active parameters",
    };
}
