using System.Numerics;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Planning.Writing;

internal static class BatchFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        var batch = plan.Batch;
        var tokens = plan.Run is null ? "optimal_tokens" : "tokens";
        var basis = Basis.Of(batch.Law.Info, ["B ="], batch.DenseLawOnRouted ? "a law of dense models, not tested on experts" : "", tokens);
        figures.Count("proposed_batch_tokens", "Proposed batch", batch.Proposed, static b => b.Count, "tokens", basis);
        figures.Count("critical_batch_tokens", "Critical batch size", batch.CeilingByKaplan, static b => b.Count, "tokens",
            Basis.Of(Kaplan2020.Law.Info, ["(5.3)"], "L of eq. 4.1, Kaplan's own, at the end of the run: twice the compute and twice the steps",
                "non_embedding_weights", tokens));
        figures.Count("critical_batch_tokens_zhang", "Critical batch size by zhang-2024", batch.CeilingByZhang, static b => b.Count, "tokens",
            Basis.Of(Zhang2024.Law.Info, ["b/a ="], "twice the compute and twice the steps, as kaplan-2020 means it", tokens));
        if (batch.Used is not { } used)
            return;
        figures.Count("batch_tokens", "Batch", used.Count, "tokens", batch.Stated is null ? basis : Basis.Given());
        figures.Count("sequence_length", "Tokens of a sequence", new BigInteger(plan.Size.Sequence.Tokens), "tokens", plan.Size.Sequence.Assumption is { } assumption
            ? new(assumption, "assumed")
            : Basis.Given());
        figures.Real("batch_sequences", "Batch in sequences", used.Sequences(plan.Size.Sequence.Tokens), "sequences",
            Basis.Derived($"batch / {NumberText.Grouped(plan.Size.Sequence.Tokens)} tokens a sequence", "batch_tokens", "sequence_length"));
        if (plan.Spec.Training.MicroBatchSequences is { } micro)
            Accumulation(figures, plan, used, micro.Value);
        if (batch.Steps is { } steps)
        {
            figures.Count("steps", "Optimizer steps", new BigInteger(Math.Ceiling(NumberText.RoundTo12(steps.Count))), "steps",
                Basis.Derived("tokens / batch, rounded up", "tokens", "batch_tokens"));
        }

        var trade = Basis.Of(McCandlish2018.Law.Info, ["S/S_min ="], "at the end of the run", "batch_tokens", "critical_batch_tokens");
        figures.Real("steps_over_fewest", "Steps over the fewest: time", batch.TradeOff, static t => t.Steps, "", trade);
        figures.Real("examples_over_least", "Tokens over the least: cost", batch.TradeOff, static t => t.Examples, "", trade);
    }

    private static void Accumulation(FigureList figures, TrainingPlan plan, BatchTokens batch, double micro)
    {
        double copies = plan.Memory.Parallelism.DataParallel;
        var passes = Math.Ceiling(NumberText.RoundTo12(batch.Sequences(plan.Size.Sequence.Tokens) / (micro * copies)));
        figures.Count("accumulation_passes", "Passes whose gradients a step adds up", passes, "passes", Basis.Derived(
            $"batch in sequences / ({NumberText.Grouped(micro)} of a micro-batch x {NumberText.Grouped(copies)} copies of the model), rounded up", "batch_sequences"));
    }
}
