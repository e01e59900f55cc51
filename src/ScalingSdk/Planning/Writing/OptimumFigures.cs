using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning.Writing;

internal static class OptimumFigures
{
    private static readonly string[] Allocation = ["N_opt", "M_opt", "(Table 6)", "L(N, D"];

    public static void Write(FigureList figures, TrainingPlan plan)
    {
        if (plan.Optimum is not { } optimum)
            return;
        var law = optimum.Law;
        var basis = Basis.Of(law.Info, Allocation, $"solved for D at N = {Grouped(plan.Size.Counts.Active.Count)} active parameters", RunFigures.ActiveKey(plan));
        if (law is ParametricLaw parametric)
            basis = basis.Within(parametric.OptimalTokensInterval(plan.Size.Counts.Active), law.Info.Id);
        figures.Count("optimal_tokens", "Compute-optimal tokens for this size", optimum.Tokens, static t => t.Count, "tokens", basis);
        if (optimum.Compute is { } compute)
            WriteBest(figures, plan, optimum, compute);
    }

    private static void WriteBest(FigureList figures, TrainingPlan plan, OptimumPlan optimum, TrainingFlops compute)
    {
        var law = optimum.Law;
        var id = law.Info.Id;
        var basis = Basis.Of(law.Info, Allocation, $"C = {Round(compute.Flops)} FLOP", "training_flops") with { Convention = Name(law.Info.Parameters) };
        var interval = law as IIntervalLaw;
        if (law.Info.Parameters == ParameterConvention.NonEmbeddingFlopsPerToken)
            figures.Real("optimal_scale_at_budget", "Compute-optimal FLOPs per token for this compute", optimum.Best, static b => b.Parameters, "FLOP per token", basis);
        else
        {
            figures.Count("optimal_parameters_at_budget", "Compute-optimal size for this compute", optimum.Best, static b => b.Parameters, "parameters",
                interval is null ? basis : basis.Within(interval.ParametersInterval(compute), id));
        }

        figures.Count("optimal_tokens_at_budget", "Compute-optimal tokens for this compute", optimum.Best, static b => b.Tokens.Count, "tokens",
            interval is null ? basis : basis.Within(interval.TokensInterval(compute), id));
        WriteRatioAndLoss(figures, plan, optimum, compute);
        WritePrice(figures, plan, optimum);
    }

    private static void WriteRatioAndLoss(FigureList figures, TrainingPlan plan, OptimumPlan optimum, TrainingFlops compute)
    {
        var law = optimum.Law;
        var ratio = Basis.Derived("D_opt / N_opt", "optimal_tokens_at_budget") with { Convention = Name(law.Info.Parameters) };
        var loss = Basis.Of(law.Info, ["L(N, D"], "at N_opt and D_opt", "optimal_parameters_at_budget", "optimal_tokens_at_budget");
        if (law is ParametricLaw parametric)
        {
            ratio = ratio.Within(parametric.TokensPerParameterInterval(compute), law.Info.Id);
            loss = loss.Within(parametric.BestLossInterval(compute), law.Info.Id);
        }

        var unit = law.Info.Parameters == ParameterConvention.Active ? RunFigures.PerParameter(plan) : "tokens per parameter";
        figures.Real("optimal_tokens_per_parameter", "Compute-optimal " + unit, optimum.Best, static b => b.Tokens.Count / b.Parameters, unit, ratio);
        figures.Real("optimal_loss_at_budget", "Least loss for this compute", optimum.BestLoss, static l => l.NatsPerToken, "nats per token", loss);
    }

    private static void WritePrice(FigureList figures, TrainingPlan plan, OptimumPlan optimum)
    {
        if (optimum.FlatSizes is { } flat)
        {
            var basis = Basis.Of(optimum.Law.Info, ["L(N, D"], "1 % above the least loss on C = 6 N D", "training_flops");
            figures.Count("flat_parameters_low", "Least size within 1 % of the least loss", flat.Least, "parameters", basis);
            figures.Count("flat_parameters_high", "Largest size within 1 % of the least loss", flat.Most, "parameters", basis);
        }

        if (plan.Data is { } data && optimum.Law is ParametricLaw)
        {
            figures.Real("compute_saved", "Compute that the cheapest run to the same loss saves", data.ComputeSaved, "",
                Basis.Of(optimum.Law.Info, ["N_opt"], "1 - C(frontier at the run's loss) / C", "training_flops"));
        }

        figures.Real("wrong_size_compute_kaplan", "Compute over that of Kaplan's efficient size at equal loss", optimum.WrongSizeByKaplan, static x => x, "",
            Basis.Of(Kaplan2020.Law.Info, ["(B.16)"], "N_eff for C_min = C/2", "non_embedding_weights", "training_flops"));
    }

    private static string Name(ParameterConvention convention) => convention switch
    {
        ParameterConvention.NonEmbeddingWeights => "non-embedding weights",
        _ => "active parameters",
    };
}
