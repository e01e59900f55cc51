using System.Numerics;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The figures of batch and steps.</summary>
public static class BatchFigures
{
    /// <summary>The batch of the lowest loss.</summary>
    public static FigureKey ProposedBatchTokens { get; } = new("proposed_batch_tokens", "Proposed batch", "tokens", static plan =>
        FigureAnswer.Count(plan.Batch.Proposed, static b => b.Count, Proposal(plan)));

    /// <summary>Kaplan's critical batch at the end of the run.</summary>
    public static FigureKey CriticalBatchTokens { get; } = new("critical_batch_tokens", "Critical batch size", "tokens", static plan =>
        FigureAnswer.Count(plan.Batch.CeilingByKaplan, static b => b.Count, Basis.Of(Kaplan2020.Law.Info, ["(5.3)"],
            "L of eq. 4.1, Kaplan's own, at the end of the run: twice the compute and twice the steps", SizeFigures.NonEmbeddingWeights, TokensOf(plan))));

    /// <summary>Zhang's critical batch.</summary>
    public static FigureKey CriticalBatchTokensZhang { get; } = new("critical_batch_tokens_zhang", "Critical batch size by zhang-2024", "tokens", static plan =>
        FigureAnswer.Count(plan.Batch.CeilingByZhang, static b => b.Count,
            Basis.Of(Zhang2024.Law.Info, ["b/a ="], "twice the compute and twice the steps, as kaplan-2020 means it", TokensOf(plan))));

    /// <summary>The batch of the plan.</summary>
    public static FigureKey BatchTokens { get; } = new("batch_tokens", "Batch", "tokens", static plan =>
        plan.Batch.Used is { } used ? FigureAnswer.Count(used.Count, plan.Batch.Stated is null ? Proposal(plan) : Basis.Given()) : null);

    /// <summary>Tokens of one training sequence.</summary>
    public static FigureKey SequenceLength { get; } = new("sequence_length", "Tokens of a sequence", "tokens", static plan => plan.Batch.Used is null ? null
        : FigureAnswer.Count(new BigInteger(plan.Size.Sequence.Tokens), plan.Size.Sequence.Assumption is { } assumption ? new(assumption, "assumed") : Basis.Given()));

    /// <summary>The batch in sequences.</summary>
    public static FigureKey BatchSequences { get; } = new("batch_sequences", "Batch in sequences", "sequences", static plan => plan.Batch.Used is not { } used ? null
        : FigureAnswer.Real(used.Sequences(plan.Size.Sequence.Tokens),
            Basis.Derived($"batch / {NumberText.Grouped(plan.Size.Sequence.Tokens)} tokens a sequence", BatchTokens, SequenceLength)));

    /// <summary>Passes whose gradients a step adds up.</summary>
    public static FigureKey AccumulationPasses { get; } = new("accumulation_passes", "Passes whose gradients a step adds up", "passes", static plan =>
    {
        if (plan is not { Batch.Used: { } used, Spec.Training.MicroBatchSequences.Value: var micro })
            return null;
        double copies = plan.Memory.Parallelism.DataParallel;
        return FigureAnswer.Count(Math.Ceiling(NumberText.RoundTo12(used.Sequences(plan.Size.Sequence.Tokens) / (micro * copies))), Basis.Derived(
            $"batch in sequences / ({NumberText.Grouped(micro)} of a micro-batch x {NumberText.Grouped(copies)} copies of the model), rounded up", BatchSequences));
    });

    /// <summary>Optimizer steps.</summary>
    public static FigureKey Steps { get; } = new("steps", "Optimizer steps", "steps", static plan => plan.Batch is not { Used: not null, Steps: { } steps } ? null
        : FigureAnswer.Count(new BigInteger(Math.Ceiling(NumberText.RoundTo12(steps.Count))), Basis.Derived("tokens / batch, rounded up", RunFigures.Tokens, BatchTokens)));

    /// <summary>Steps over the fewest that reach the same loss.</summary>
    public static FigureKey StepsOverFewest { get; } = new("steps_over_fewest", "Steps over the fewest: time", "", static plan =>
        plan.Batch.Used is null ? null : FigureAnswer.Real(plan.Batch.TradeOff, static t => t.Steps, Trade()));

    /// <summary>Tokens over the least that reach the same loss.</summary>
    public static FigureKey ExamplesOverLeast { get; } = new("examples_over_least", "Tokens over the least: cost", "", static plan =>
        plan.Batch.Used is null ? null : FigureAnswer.Real(plan.Batch.TradeOff, static t => t.Examples, Trade()));

    internal static FigureKey[] All { get; } =
    [
        ProposedBatchTokens, CriticalBatchTokens, CriticalBatchTokensZhang, BatchTokens, SequenceLength, BatchSequences, AccumulationPasses, Steps,
        StepsOverFewest, ExamplesOverLeast,
    ];

    private static FigureKey TokensOf(TrainingPlan plan) => plan.Run is null ? OptimumFigures.OptimalTokens : RunFigures.Tokens;

    private static Basis Proposal(TrainingPlan plan) =>
        Basis.Of(plan.Batch.Law.Info, ["B ="], plan.Batch.DenseLawOnRouted ? "a law of dense models, not tested on experts" : "", TokensOf(plan));

    private static Basis Trade() => Basis.Of(McCandlish2018.Law.Info, ["S/S_min ="], "at the end of the run", BatchTokens, CriticalBatchTokens);
}
