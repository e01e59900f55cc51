using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>The figures of the data verdict.</summary>
public static class DataFigures
{
    /// <summary>Unique tokens that the overfitting law asks for.</summary>
    public static FigureKey OverfittingThresholdTokens { get; } = new("overfitting_threshold_tokens", "Overfitting threshold", "unique tokens", static plan =>
        !plan.Size.LawsApply ? null : FigureAnswer.Count(plan.Spec.Laws.Overfitting.Threshold(plan.Size.Counts), static t => Math.Ceiling(RoundTo12(t.Count)),
            Basis.Of(plan.Spec.Laws.Overfitting.Info, ["(4.4)"], $"N = {Grouped(plan.Size.Counts.Weights.Count)} non-embedding weights; rounded up", SizeFigures.NonEmbeddingWeights)));

    /// <summary>How far the best loss stays above that of unlimited data.</summary>
    public static FigureKey OverfittingPenalty { get; } = new("overfitting_penalty", "Loss above unlimited data", "", static plan => plan.Data is not { } data ? null
        : FigureAnswer.Real(plan.Spec.Laws.Overfitting.Penalty(plan.Size.Counts, data.Unique), static p => Cancellation.Part(p),
            Basis.Of(plan.Spec.Laws.Overfitting.Info, ["(4.3)"], Unique(data), SizeFigures.NonEmbeddingWeights, RunFigures.UniqueTokens)));

    /// <summary>The largest model whose threshold these unique tokens reach.</summary>
    public static FigureKey LargestNonEmbeddingWeights { get; } = new("largest_non_embedding_weights", "Largest model for the unique tokens", "non-embedding weights", static plan =>
        plan.Data is not { } data ? null : FigureAnswer.Count(plan.Spec.Laws.Overfitting.LargestModel(data.Unique), static x => Math.Floor(RoundTo12(x)),
            Basis.Of(plan.Spec.Laws.Overfitting.Info, ["(4.4)"], $"solved for N, {Unique(data)}; rounded down", RunFigures.UniqueTokens)));

    /// <summary>Unique tokens over total parameters.</summary>
    public static FigureKey UniqueTokensPerParameter { get; } = new("unique_tokens_per_parameter", "Unique tokens per parameter", "tokens per parameter", static plan =>
        plan.Data is not { } data ? null : FigureAnswer.Real(data.UniquePerParameter,
            Basis.Derived("unique tokens / total parameters", RunFigures.UniqueTokens, SizeFigures.TotalParameters) with { Convention = "total parameters" }));

    /// <summary>Epochs about which the loss turned up in measured runs.</summary>
    public static FigureKey RiseEpochs { get; } = new("rise_epochs", "Epochs from which the loss turned up in measured runs", "epochs", static plan =>
        plan.Data?.RiseEpochs is not { } rise ? null : FigureAnswer.Real(rise, new(
            "70 (U/N)^0.73, U/N unique tokens per parameter; standard deviation 27 % over 11 groups of runs", "public runs of muennighoff-2023 on C4, our reading")
        { Inputs = [UniqueTokensPerParameter] }));

    /// <summary>The size from which another parameter is worth a tenth.</summary>
    public static FigureKey SizeStopsHelpingParameters { get; } = new("size_stops_helping_parameters", "Size from which another parameter is worth a tenth", "parameters", static plan =>
        plan is { Data: { UniqueAssumed: false } data, Spec.Laws.RepeatedData: var law }
            ? FigureAnswer.Count(law.SizeStopsHelping(data.Unique), static n => n.Count, Basis.Of(law.Info, ["N_tenth ="], "another parameter is worth a tenth", RunFigures.UniqueTokens))
            : null);

    /// <summary>Fresh tokens that the run's tokens equal.</summary>
    public static FigureKey EffectiveTokens { get; } = new("effective_tokens", "Fresh tokens that these are worth", "tokens", static plan => plan.Data is not { Epochs: > 1 } data ? null
        : FigureAnswer.Count(plan.Spec.Laws.RepeatedData.EffectiveTokens(plan.Run!.Tokens, data.Unique), static t => t.Count, Repeated(plan)));

    /// <summary>What the last token is worth beside a fresh one.</summary>
    public static FigureKey LastTokenWorth { get; } = new("last_token_worth", "Worth of the last token beside a fresh one", "", static plan => plan.Data is not { Epochs: > 1 } data ? null
        : FigureAnswer.Real(data.LastTokenWorth, Repeated(plan) with { Formula = "slope of " + Repeated(plan).Formula }));

    /// <summary>The loss that the epochs after 16 buy.</summary>
    public static FigureKey GainAfter16Epochs { get; } = new("gain_after_16_epochs", "Loss that the epochs after 16 buy", "nats per token", static plan =>
        plan.Data is { Epochs: > 1, GainAfterSixteen: { } gain } ? FigureAnswer.Real(gain, Repeated(plan)) : null);

    internal static FigureKey[] All { get; } =
    [
        OverfittingThresholdTokens, OverfittingPenalty, LargestNonEmbeddingWeights, UniqueTokensPerParameter, RiseEpochs, SizeStopsHelpingParameters,
        EffectiveTokens, LastTokenWorth, GainAfter16Epochs,
    ];

    private static string Unique(DataPlan data) => $"D = {Compact(data.Unique.Count)} unique tokens";

    private static Basis Repeated(TrainingPlan plan) => Basis.Of(plan.Spec.Laws.RepeatedData.Info, ["D' ="], "", RunFigures.Tokens, RunFigures.UniqueTokens);
}
