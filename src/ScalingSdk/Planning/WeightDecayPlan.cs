using ScalingSdk.Laws;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>AdamW's weight decay: what the spec states, over how much of the run it averages weights, and what laws propose.</summary>
public sealed record WeightDecayPlan
{
    /// <summary>The decay that the spec states; null where it does not.</summary>
    public required double? Stated { get; init; }

    /// <summary>The decay of a single pass by bergsma-2025; over tokens that repeat past the turn of a decay of 0.1, that of wd-limited.</summary>
    public required Answer<double> Proposed { get; init; }

    /// <summary>The share of the run over which AdamW averages weights at the stated decay (bergsma-2025); none without one.</summary>
    public required Answer<double> Timescale { get; init; }

    /// <summary>The share of activations to drop: 0.1 where tokens repeat past the turn, 0 in all other runs.</summary>
    public required double Dropout { get; init; }

    /// <summary>The decay of nearly every published run.</summary>
    private const double Usual = 0.1;

    // Measured in one pass. Where all tokens repeat, more decay than the usual over tokens that repeat helps only past the turn: before it, it lost in the runs that tried.
    private static Answer<double> OfOnePass(Answer<double> decay, RunPlan run) => run.Epochs >= 2 && decay.HasValue && decay.Value > Usual
        ? Answer<double>.None($"'{Bergsma2025.Law.Info.Id}' was measured in one pass, and before the loss turns up more decay than {Text.NumberText.Round(Usual)} is not known to help over tokens that repeat")
        : decay;

    /// <summary>True where tokens repeat past the turn of a decay of 0.1.</summary>
    internal static bool IsPastTurn(SizePlan size, RunPlan run) => run.Epochs > 1
        && EpochsTurn2026.Law.Turn(size.Counts.Total, run.Unique, Regularisation.Decay) is { HasValue: true } turn && run.Epochs > turn.Value;

    internal static WeightDecayPlan? Of(TrainingSpec spec, SizePlan size, RunPlan? run, DataPlan? data, BatchPlan batch, LearningRatePlan? rate, RecipePlan? recipe)
    {
        if (run is null || recipe is not null || rate is null || !rate.Middle.HasValue || size.Counts.IsRouted || batch.Used is not { } used)
            return null;
        var eta = rate.Stated ?? rate.Middle.Value;
        var limited = data is not null && IsPastTurn(size, run);
        var stated = spec.Training.WeightDecay?.Value;
        return new WeightDecayPlan
        {
            Stated = stated,
            Proposed = limited
                ? WeightDecayLimited2026.Law.WeightDecay(size.Counts.Total, run.Unique, dropout: spec.Training.Dropout?.Value is not 0)
                : OfOnePass(Bergsma2025.Law.WeightDecay(used, eta, size.Counts.Active, run.Tokens), run),
            Timescale = stated is > 0 and var decay ? Bergsma2025.Law.Timescale(used, eta, decay, run.Tokens) : default,
            Dropout = limited ? 0.1 : 0,
        };
    }
}
