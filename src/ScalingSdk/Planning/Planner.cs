using System.Numerics;
using ScalingSdk.Laws;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>Derives a plan from a spec: a pure function.</summary>
public static class Planner
{
    /// <summary>What follows from a spec, with the spec's laws.</summary>
    public static TrainingPlan Plan(TrainingSpec spec)
    {
        var figures = new FigureList();
        var assumptions = new List<string>();
        var size = spec.Size;
        var optimal = spec.Laws.Allocation.OptimalTokens(size);
        var run = RunData.Of(spec.Data, optimal.HasValue ? optimal.Value : default);

        AddSize(figures, spec, assumptions);
        AddRun(figures, spec, run, assumptions);
        var data = run is null ? null : Judge(spec, run, optimal);
        AddThreshold(figures, spec, run);
        AddOptimum(figures, spec, run, optimal);
        AddBatch(figures, spec, run, optimal);
        return new TrainingPlan { Spec = spec, Data = data, Figures = figures.Figures, Assumptions = assumptions };
    }

    private static DataPlan? Judge(TrainingSpec spec, RunData run, Answer<Tokens> optimal)
    {
        var law = spec.Laws.Overfitting;
        var threshold = law.Threshold(spec.Size);
        var penalty = law.Penalty(spec.Size, run.Unique);
        var largest = law.LargestModel(run.Unique);
        if (!threshold.HasValue || !penalty.HasValue || !largest.HasValue)
            return null;
        return new DataPlan
        {
            Origin = run.Origin,
            Unique = run.Unique,
            UniqueAssumed = run.UniqueAssumed,
            UniqueText = run.UniqueText,
            Tokens = run.Tokens,
            Weights = spec.Size.Weights,
            Law = law.Info.Id,
            Threshold = new(RoundTo12(threshold.Value.Count)),
            Penalty = RoundTo12(penalty.Value),
            LargestModel = new(RoundTo12(largest.Value)),
            AllocationLaw = spec.Laws.Allocation.Info.Id,
            OptimalTokens = new(optimal.HasValue ? RoundTo12(optimal.Value.Count) : 0),
            ComputeSaved = RoundTo12(CheapestRun.Saving(spec.Laws.Allocation, spec.Size.Active, run.Tokens)),
        };
    }

    private static void AddSize(FigureList figures, TrainingSpec spec, List<string> assumptions)
    {
        if (spec.Model is not { } model)
        {
            figures.Count("total_parameters", "Total parameters", new BigInteger(Math.Round(spec.Size.Total.Count)), "parameters", "as stated", "given");
            figures.Real("non_embedding_weights", "Non-embedding weights", spec.Size.Weights.Count, "parameters",
                "N_total = N + 47491 N^(1/3), solved for N", "pearce-2024");
            assumptions.Add("the size is nominal: counts without embeddings are estimated by pearce-2024 (vocabulary of 32k)");
            return;
        }

        var counts = model.Parameters;
        figures.Count("total_parameters", "Total parameters", counts.Total, "parameters", "every unique trainable parameter", "counted");
        if (counts.Active != counts.Total)
            figures.Count("active_parameters", "Active parameters", counts.Active, "parameters", "what one token passes through", "counted");
        figures.Count("non_embedding_parameters", "Non-embedding parameters", counts.NonEmbedding, "parameters",
            "all but embeddings, with norms and biases", "counted");
        figures.Count("non_embedding_weights", "Non-embedding weights", counts.ActiveNonEmbeddingWeights, "parameters",
            "matrices of attention and feed-forward alone: the N of kaplan-2020 eq. 2.1", "counted");
    }

    private static void AddRun(FigureList figures, TrainingSpec spec, RunData? run, List<string> assumptions)
    {
        if (run is null)
            return;
        var source = run.TokensProposed ? $"{spec.Laws.Allocation.Info.Id} (compute-optimal for this size)" : "given";
        figures.Count("tokens", "Tokens", new BigInteger(Math.Round(run.Tokens.Count)), "tokens", "all epochs", source);
        figures.Count("unique_tokens", "Unique tokens", new BigInteger(Math.Round(run.Unique.Count)), "tokens", "one epoch",
            run.UniqueAssumed ? "assumed" : "given");
        figures.Real("epochs", "Epochs", run.Tokens.Count / run.Unique.Count, "", "tokens / unique tokens", "derived");
        figures.Real("training_flops", "Training compute", 6 * spec.Size.Active.Count * run.Tokens.Count, "FLOP",
            $"6 N D, N = {Grouped(spec.Size.Active.Count)} active parameters with embeddings, D = {Compact(run.Tokens.Count)} tokens", "convention 6ND");
        if (run.UniqueAssumed)
            assumptions.Add("every token is seen once: 'data.unique_tokens' is not stated");
        if (run.TokensProposed)
            assumptions.Add($"the run is compute-optimal for this size ({spec.Laws.Allocation.Info.Id}): 'data.tokens' is not stated");
    }

    private static void AddThreshold(FigureList figures, TrainingSpec spec, RunData? run)
    {
        var law = spec.Laws.Overfitting;
        var n = Grouped(spec.Size.Weights.Count);
        figures.Count("overfitting_threshold_tokens", "Overfitting threshold", law.Threshold(spec.Size), static t => Math.Ceiling(t.Count),
            "unique tokens", $"5e3 N^0.74, N = {n} non-embedding weights; rounded up", $"{law.Info.Id} eq. 4.4");
        if (run is null)
            return;
        figures.Real("overfitting_penalty", "Loss above unlimited data", law.Penalty(spec.Size, run.Unique), static p => p, "",
            $"(1 + (N/N_c)^(alpha_N/alpha_D) D_c/D)^alpha_D - 1, D = {Compact(run.Unique.Count)} unique tokens", $"{law.Info.Id} eq. 4.3");
        figures.Count("largest_non_embedding_weights", "Largest model for the unique tokens", law.LargestModel(run.Unique), static x => Math.Floor(x),
            "non-embedding weights", $"(D / 5e3)^(1/0.74), D = {Compact(run.Unique.Count)} unique tokens; rounded down", $"{law.Info.Id} eq. 4.4");
    }

    private static void AddOptimum(FigureList figures, TrainingSpec spec, RunData? run, Answer<Tokens> optimal)
    {
        var law = spec.Laws.Allocation;
        var id = law.Info.Id;
        figures.Count("optimal_tokens", "Compute-optimal tokens for this size", optimal, static t => t.Count, "tokens",
            $"(beta B / (alpha A) N^alpha)^(1/beta), N = {Grouped(spec.Size.Active.Count)} active parameters", $"{id} (from eq. 4)");
        if (run is null)
            return;
        var budget = new TrainingFlops(6 * spec.Size.Active.Count * run.Tokens.Count);
        var best = law.Allocate(budget);
        figures.Count("optimal_parameters_at_budget", "Compute-optimal size for this compute", best, static b => b.Parameters, "parameters",
            $"G (C/6)^(beta/(alpha+beta)), C = {Round(budget.Flops)} FLOP", $"{id} eq. 4");
        figures.Count("optimal_tokens_at_budget", "Compute-optimal tokens for this compute", best, static b => b.Tokens.Count, "tokens",
            $"C / (6 N_opt), C = {Round(budget.Flops)} FLOP", $"{id} eq. 4");
    }

    private static void AddBatch(FigureList figures, TrainingSpec spec, RunData? run, Answer<Tokens> optimal)
    {
        var tokens = run is not null ? new Tokens(run.Unique.Count) : optimal.HasValue ? optimal.Value : default;
        if (tokens.Count > 0)
        {
            figures.Count("critical_batch_tokens", "Critical batch size", Kaplan2020.Law.CriticalBatch(spec.Size, tokens), static b => b.Count, "tokens",
                $"2.1e8 / L^(1/0.21), L = L(N, D) of eq. 4.1 at D = {Compact(tokens.Count)} tokens", "kaplan-2020 eq. 5.3");
        }

        if (spec.Training.BatchTokens is not { } batch)
            return;
        figures.Count("batch_tokens", "Batch", new BigInteger(Math.Round(batch.Value)), "tokens", "as stated", "given");
        if (run is not null)
        {
            figures.Count("steps", "Optimizer steps", new BigInteger(Math.Ceiling(RoundTo12(run.Tokens.Count / batch.Value))), "steps",
                "tokens / batch, rounded up", "derived");
        }
    }
}
