using ScalingSdk.Laws;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>The figures of the data verdict.</summary>
public static class DataFigures
{
    /// <summary>Unique tokens that the overfitting law asks for.</summary>
    public static FigureKey OverfittingThresholdTokens { get; } = FigureKey.Whole("overfitting_threshold_tokens", "Overfitting threshold", "unique tokens", static plan =>
        Threshold(plan) is not { } threshold ? null : FigureAnswer.Count(threshold, static t => Math.Ceiling(RoundTo12(t.Count)),
            Basis.By(threshold.Source, $"N = {Grouped(plan.Size.Counts.Weights.Count)} non-embedding weights; rounded up", SizeFigures.NonEmbeddingWeights)));

    /// <summary>How far the best loss stays above that of unlimited data.</summary>
    public static FigureKey OverfittingPenalty { get; } = FigureKey.Real("overfitting_penalty", "Loss above unlimited data", "", static plan => plan.Data is not { } data ? null
        : FigureAnswer.Real(data.PenaltyAnswer, static p => Cancellation.Part(p),
            Basis.By(data.PenaltyAnswer.Source, Unique(data), SizeFigures.NonEmbeddingWeights, RunFigures.UniqueTokens)));

    /// <summary>The largest model whose threshold these unique tokens reach.</summary>
    public static FigureKey LargestNonEmbeddingWeights { get; } = FigureKey.Whole("largest_non_embedding_weights", "Largest model at the threshold of these unique tokens", "non-embedding weights", static plan =>
        plan.Data is not { } data ? null : FigureAnswer.Count(data.LargestModelAnswer, static x => Math.Floor(RoundTo12(x)),
            Basis.By(data.LargestModelAnswer.Source, $"{Unique(data)}; rounded down", RunFigures.UniqueTokens)));

    /// <summary>Unique tokens over total parameters.</summary>
    public static FigureKey UniqueTokensPerParameter { get; } = FigureKey.Real("unique_tokens_per_parameter", "Unique tokens per parameter", "tokens per parameter", static plan =>
        plan.Data is not { } data ? null : FigureAnswer.Real(data.UniquePerParameter,
            Basis.Derived("unique_tokens / total_parameters", RunFigures.UniqueTokens, SizeFigures.TotalParameters) with { Convention = "total parameters" }));

    /// <summary>Epochs about which the loss turned up in measured runs.</summary>
    public static FigureKey RiseEpochs { get; } = FigureKey.Real("rise_epochs", "Epochs after which the loss rose in measured runs", "epochs", static plan =>
        plan.Data?.RiseEpochs is not { } rise ? null : FigureAnswer.Real(rise, new(
            "70 (U/N)^0.73, U/N unique tokens per parameter; standard deviation 27 % over 11 groups of runs", "public runs of muennighoff-2023 on C4, our reading")
        { Inputs = [UniqueTokensPerParameter], Expression = "70 unique_tokens_per_parameter^0.73" }));

    /// <summary>The size from which another parameter is worth a tenth.</summary>
    public static FigureKey SizeStopsHelpingParameters { get; } = FigureKey.Whole("size_stops_helping_parameters", "Size above which another parameter has a tenth of its value", "parameters", static plan =>
        plan is { Data: { UniqueAssumed: false } data, Spec.Laws.RepeatedData: var law } && law.SizeStopsHelping(data.Unique) is var answer
            ? FigureAnswer.Count(answer, static n => n.Count, Basis.By(answer.Source, "another parameter is worth a tenth", RunFigures.UniqueTokens))
            : null);

    /// <summary>Fresh tokens that the run's tokens equal.</summary>
    public static FigureKey EffectiveTokens { get; } = FigureKey.Whole("effective_tokens", "Effective tokens: the value in unique tokens", "tokens", static plan => plan.Data is not { Epochs: > 1 } data ? null
        : FigureAnswer.Count(data.EffectiveTokensAnswer, static t => t.Count, Repeated(data)));

    /// <summary>The value of the last token as a share of a unique token.</summary>
    public static FigureKey LastTokenWorth { get; } = FigureKey.Real("last_token_worth", "Value of the last token relative to a unique one", "", static plan => plan.Data is not { Epochs: > 1 } data ? null
        : FigureAnswer.Real(data.LastTokenWorth, Basis.By(data.LastTokenAnswer.Source, "", RunFigures.Tokens, RunFigures.UniqueTokens)));

    /// <summary>The loss that the epochs after 16 buy.</summary>
    public static FigureKey GainAfter16Epochs { get; } = FigureKey.Real("gain_after_16_epochs", "Loss reduction after epoch 16", "nats per token", static plan =>
        plan.Data is { Epochs: > 1, GainAfterSixteen: { } gain } data ? FigureAnswer.Real(gain, Repeated(data).Noted("the loss at 16 epochs less that at the end") with { Answer = default }) : null);

    internal static FigureKey[] All { get; } =
    [
        OverfittingThresholdTokens, OverfittingPenalty, LargestNonEmbeddingWeights, UniqueTokensPerParameter, RiseEpochs, SizeStopsHelpingParameters,
        EffectiveTokens, LastTokenWorth, GainAfter16Epochs,
    ];

    private static string Unique(DataPlan data) => $"D = {Compact(data.Unique.Count)} unique tokens";

    private static Basis Repeated(DataPlan data) => Basis.By(data.EffectiveTokensAnswer.Source, "", RunFigures.Tokens, RunFigures.UniqueTokens);

    // Without a run, the threshold of the size alone.
    private static Answer<Quantities.UniqueTokens>? Threshold(TrainingPlan plan) => plan.Data is { } data ? data.ThresholdAnswer
        : plan.Size.LawsApply ? plan.Spec.Laws.Overfitting.Threshold(plan.Size.Counts)
        : null;
}
