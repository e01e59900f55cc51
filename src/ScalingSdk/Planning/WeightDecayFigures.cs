using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>The figures of weight decay and dropout.</summary>
public static class WeightDecayFigures
{
    /// <summary>The decay that the spec states.</summary>
    public static FigureKey WeightDecay { get; } = FigureKey.Real("weight_decay", "Weight decay", "", "training.weight_decay", static plan =>
        plan.Run is not null && plan.Spec.Training.WeightDecay is { } stated ? FigureAnswer.Real(stated.Value, Basis.Given()) : null);

    /// <summary>The decay that a law proposes.</summary>
    public static FigureKey ProposedWeightDecay { get; } = FigureKey.Real("proposed_weight_decay", "Proposed weight decay", "", static plan =>
        plan.WeightDecay is { Proposed: { HasValue: true } proposed } ? FigureAnswer.Real(proposed, static x => x, proposed.Source.Law == Bergsma2025.Law.Info
            ? Basis.By(proposed.Source, "at the batch of the plan and the stated rate, otherwise the middle of the proposed ones; most published runs take 0.1" + (plan.Run!.Epochs > 1 ? "; measured in one pass, not over tokens that repeat" : ""), BatchFigures.BatchTokens, SizeFigures.Active(plan), RunFigures.Tokens)
            : Basis.By(proposed.Source, "for tokens that repeat past the epochs at which a decay of 0.1 turns up; right within a factor of 2", SizeFigures.TotalParameters, RunFigures.UniqueTokens))
            : null);

    /// <summary>The share of the run over which AdamW averages weights.</summary>
    public static FigureKey WeightDecayTimescale { get; } = FigureKey.Real("weight_decay_timescale", "Share of the run over which AdamW averages weights", "", "training.weight_decay", static plan =>
        plan.WeightDecay is { Timescale: { HasValue: true } tau } ? FigureAnswer.Real(tau, static x => x,
            Basis.By(tau.Source, "at the stated rate, otherwise the middle of the proposed ones", BatchFigures.BatchTokens, WeightDecay, RunFigures.Tokens))
            : null);

    /// <summary>The share of activations to drop.</summary>
    public static FigureKey ProposedDropout { get; } = FigureKey.Real("proposed_dropout", "Proposed dropout", "", static plan =>
        plan.WeightDecay is { Dropout: var dropout } ? FigureAnswer.Real(dropout, new(dropout > 0
            ? "tokens repeat past the epochs at which a decay of 0.1 without dropout turns up, and with dropout runs turn up later"
            : "a run that does not overfit needs none", $"our reading of {EpochsTurn2026.Law.Info.Id}"))
            : null);

    internal static FigureKey[] All { get; } = [WeightDecay, ProposedWeightDecay, WeightDecayTimescale, ProposedDropout];
}
