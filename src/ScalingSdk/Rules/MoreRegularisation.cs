using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Text;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>Weight decay and dropout over tokens that repeat past the turn of a decay of 0.1, where they matter.</summary>
internal static class MoreRegularisation
{
    /// <summary>What they do to the turn; null where the tokens repeat less, or the spec states both already.</summary>
    public static string? Describe(TrainingPlan plan)
    {
        if (Proposed(plan) is not var (decay, dropout, outside))
            return null;
        var (weak, strong) = (Turn(plan, Regularisation.Decay), Turn(plan, Regularisation.TunedDecayAndDropout));
        return !weak.HasValue || !strong.HasValue || strong.Value <= weak.Value ? null
            : $"regularisation moves the turn of the loss: after about {Epochs(weak.Value)} with a weight decay of 0.1 alone, "
                + $"after {Epochs(strong.Value)} with about {Compact(decay)} and a dropout of {Compact(dropout)} (epochs-turn, wd-limited{OutsideRange.Note(outside)})";
    }

    /// <summary>Both in the spec; null where <see cref="Describe"/> is.</summary>
    public static Remedy? Write(TrainingPlan plan) => Describe(plan) is null || Proposed(plan) is not var (decay, dropout, _) ? null
        : Remedy.Write(Compact(decay), "training", "weight_decay") with
        {
            Text = $"train with a weight decay of {Compact(decay)} and a dropout of {Compact(dropout)}",
            Title = $"Write '{Compact(decay)}' for 'training.weight_decay' and '{Compact(dropout)}' for 'training.dropout'",
            Edits = [SpecEdit.Set(Compact(decay), "training", "weight_decay"), SpecEdit.Set(Compact(dropout), "training", "dropout")],
        };

    // The recipes disagree far from the tuned runs, and at few parameters per token the tuned decay is none that adds anything.
    private static (double Decay, double Dropout, Extrapolation Outside)? Proposed(TrainingPlan plan) =>
        plan is { Run: { } run, Data: { EpochsStated: true, Turn: { IsRegularised: false, Outside: { Parameters: <= 10, Unique: <= 10 } turn } } }
            && WeightDecayPlan.IsPastTurn(plan.Size, run)
            && plan.WeightDecay is { Dropout: > 0 and var dropout, Proposed: { HasValue: true, Value: > Usual } decay }
            ? (ExactNumber.From(Math.Min(decay.Value, EpochsTurn.StrongestDecay)).RoundTo(2).ToDouble(), dropout, turn.And(decay.Outside))
            : null;

    /// <summary>The weight decay of nearly every published run.</summary>
    private const double Usual = 0.1;

    private static Answer<double> Turn(TrainingPlan plan, Regularisation regularisation) =>
        EpochsTurn2026.Law.Turn(plan.Size.Counts.Total, plan.Run!.Unique, regularisation);

    private static string Epochs(double epochs) => epochs < 1.05 ? "1 epoch" : $"{Compact(epochs)} epochs";
}
