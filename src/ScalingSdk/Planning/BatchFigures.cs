using System.Numerics;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The figures of batch and steps.</summary>
public static class BatchFigures
{
    /// <summary>The batch of the lowest loss.</summary>
    public static FigureKey ProposedBatchTokens { get; } = FigureKey.Whole("proposed_batch_tokens", "Proposed batch", "tokens", static plan =>
        FigureAnswer.Count(plan.Batch.Proposed, static b => b.Count, Proposal(plan)));

    /// <summary>Kaplan's critical batch at the end of the run.</summary>
    public static FigureKey CriticalBatchTokens { get; } = FigureKey.Whole("critical_batch_tokens", "Critical batch size", "tokens", static plan =>
        FigureAnswer.Count(plan.Batch.CeilingByKaplan, static b => b.Count, Ceiling(plan, plan.Batch.CeilingByKaplan.Source,
            "L of eq. 4.1, Kaplan's own, at the end of the run: twice the compute and twice the steps", SizeFigures.NonEmbeddingWeights, TokensOf(plan))));

    /// <summary>Zhang's critical batch.</summary>
    public static FigureKey CriticalBatchTokensZhang { get; } = FigureKey.Whole("critical_batch_tokens_zhang", "Critical batch size by zhang-2024, at most the measured plateau", "tokens", static plan =>
        FigureAnswer.Count(plan.Batch.CeilingByZhang, static b => b.Count,
            Ceiling(plan, plan.Batch.CeilingByZhang.Source, "twice the compute and twice the steps, as kaplan-2020 means it", TokensOf(plan))));

    /// <summary>The batch of the plan.</summary>
    public static FigureKey BatchTokens { get; } = FigureKey.Whole("batch_tokens", "Batch", "tokens", static plan =>
        plan.Batch.Stated is { } stated ? FigureAnswer.Count(stated.Count, Basis.Given()) : FigureAnswer.Count(plan.Batch.Proposed, static b => b.Count, Proposal(plan)));

    /// <summary>Tokens of one training sequence.</summary>
    public static FigureKey SequenceLength { get; } = FigureKey.Whole("sequence_length", "Tokens of a sequence", "tokens", static plan => plan.Batch.Used is null ? null
        : FigureAnswer.Count(new BigInteger(plan.Size.Sequence.Tokens), plan.Size.Sequence.Assumption is { } assumption ? new(assumption, "assumed") : Basis.Given()));

    /// <summary>The batch in sequences.</summary>
    public static FigureKey BatchSequences { get; } = FigureKey.Real("batch_sequences", "Batch in sequences", "sequences", static plan => plan.Batch.Used is not { } used ? null
        : FigureAnswer.Real(used.Sequences(plan.Size.Sequence.Tokens),
            Basis.Derived("batch_tokens / sequence_length", BatchTokens, SequenceLength)));

    /// <summary>Passes whose gradients a step adds up.</summary>
    public static FigureKey AccumulationPasses { get; } = FigureKey.Whole("accumulation_passes", "Gradient accumulation passes", "passes", "training.micro_batch_sequences", static plan =>
    {
        if (plan is not { Batch.Used: { } used, Spec.Training.MicroBatchSequences.Value: var micro })
            return null;
        double copies = plan.Memory.Parallelism.DataParallel;
        return FigureAnswer.Count(Math.Ceiling(NumberText.RoundTo12(used.Sequences(plan.Size.Sequence.Tokens) / (micro * copies))), Basis.Derived(
            $"batch_sequences / ({NumberText.Round(micro)} * {NumberText.Round(copies)})", BatchSequences)
            .Noted($"{NumberText.Grouped(micro)} sequences of a micro-batch, {NumberText.Grouped(copies)} copies of the model; rounded up"));
    });

    /// <summary>Optimizer steps.</summary>
    public static FigureKey Steps { get; } = FigureKey.Whole("steps", "Optimizer steps", "steps", static plan => plan.Batch is not { Used: not null, Steps: { } steps } ? null
        : FigureAnswer.Count(new BigInteger(Math.Ceiling(NumberText.RoundTo12(steps.Count))), Basis.Derived("tokens / batch_tokens", RunFigures.Tokens, BatchTokens).Noted("rounded up")));

    /// <summary>Steps over the fewest that reach the same loss.</summary>
    public static FigureKey StepsOverFewest { get; } = FigureKey.Real("steps_over_fewest", "Steps relative to the fewest (time)", "", static plan =>
        plan.Batch.Used is null ? null : FigureAnswer.Real(plan.Batch.TradeOff, static t => t.Steps, Trade(plan.Batch.TradeOff.Source)));

    /// <summary>Tokens over the least that reach the same loss.</summary>
    public static FigureKey ExamplesOverLeast { get; } = FigureKey.Real("examples_over_least", "Tokens relative to the fewest (cost)", "", static plan =>
        plan.Batch.Used is null ? null : FigureAnswer.Real(plan.Batch.TradeOff, static t => t.Examples, Trade(McCandlish2018.Law.ExamplesSource(plan.Batch.TradeOff.Source))));

    internal static FigureKey[] All { get; } =
    [
        ProposedBatchTokens, CriticalBatchTokens, CriticalBatchTokensZhang, BatchTokens, SequenceLength, BatchSequences, AccumulationPasses, Steps,
        StepsOverFewest, ExamplesOverLeast,
    ];

    private static FigureKey TokensOf(TrainingPlan plan) => plan.Run is null ? OptimumFigures.OptimalTokens : RunFigures.Tokens;

    private static Basis Proposal(TrainingPlan plan) => plan.Batch.Proposed.Source is var source && plan.Batch.ByRecipe && source.How is null
        ? RecipeFigures.ByRecipe(plan, default, plan.Recipe!.Recipe.Value.BatchHow)
        : source.Law == Merrill2025.Law.Info ? Ceiling(plan, source, "")
        : source.Law == Kaplan2020.Law.Info
        ? Basis.By(source, $"Kaplan's critical batch, smaller than the batch of {plan.Batch.Law.Info.Id}", SizeFigures.NonEmbeddingWeights, TokensOf(plan))
        : Basis.By(source, plan.Batch.DenseLawOnRouted ? "a law of dense models, not tested on experts" : "", TokensOf(plan));

    // The plateau is measured: it follows from no number of the run.
    private static Basis Ceiling(TrainingPlan plan, Source source, string where, params FigureKey[] inputs)
    {
        var dense = plan.Size.Counts.IsRouted ? "; measured on dense models" : "";
        return source.Law == Merrill2025.Law.Info
            ? Basis.By(source, "the measured plateau of 1B and 7B parameters, whatever laws extrapolate to" + dense)
            : Basis.By(source, where + dense, inputs);
    }

    private static Basis Trade(Source source) => Basis.By(source, "at the end of the run", BatchTokens, CriticalBatchTokens);
}
