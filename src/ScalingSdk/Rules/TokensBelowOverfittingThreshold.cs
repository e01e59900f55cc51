using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>Unique tokens below the overfitting threshold of the spec's law, trained on more than once: what that costs.</summary>
internal sealed class TokensBelowOverfittingThreshold : DataRule
{
    /// <summary>A run within 2 % of the least compute wastes nothing that can be measured.</summary>
    private const double Measurable = 1.02;

    public override RuleInfo Info { get; } =
        new("SCALE1001", Severity.Warning, "Unique tokens are below the overfitting threshold");

    public override Severity? Judge(TrainingPlan plan, DataPlan data) =>
        !(data.Epochs > 1 && data.Unique.Count < data.Threshold.Count) || data.LengthAssumed ? null : plan.IsProposed ? Severity.Suggestion : Severity.Warning;

    public override string Headline(DataPlan data) =>
        $"{data.UniqueText} unique tokens x {Compact(data.Epochs)} epochs are below the overfitting threshold of {Compact(data.Threshold.Count)} "
            + $"for {Compact(data.Weights.Count)} non-embedding weights ({data.Law}{OutsideRange.Mark(data.ThresholdOutside)})";

    public override string Clause(TrainingPlan plan, DataPlan data) =>
        $"the best loss stays about {Percent(data.Penalty)} above that of unlimited data ({data.Law} eq. 4.3; the 2 % bound, eq. 4.4, is {Compact(data.Threshold.Count)}"
            + $"{OutsideRange.Note(data.ThresholdOutside.And(data.PenaltyAnswer.Outside))})";

    public override IEnumerable<string> More(TrainingPlan plan, DataPlan data)
    {
        if (plan.IsProposed)
            yield return "size and epochs are the plan's proposal: a run on these unique tokens that meets the threshold has a higher loss";
        if (data.Epochs <= RepeatedTokens.Mild)
            yield return RepeatedTokens.Worth(data);
        if (data.Turn.IsRegularised)
        {
            yield return $"{data.RepeatedLaw} has runs with a weight decay of 0.1; with a tuned one larger models kept improving on 200M tokens (kim-2025)";
        }
        else if (data.LawHolds && LimitedData.Waste(plan) is { } waste)
        {
            var whose = data.RepeatedLaw + OutsideRange.Note(LimitedData.Outside(plan));
            yield return waste < Measurable
                ? $"no other size and number of epochs reaches this loss on these tokens with less compute ({whose})"
                : $"the best size and epochs on these tokens reach this loss with {Percent(1 - (1 / waste))} less compute ({whose})";
        }
    }

    public override IEnumerable<Help?> Help(TrainingPlan plan, DataPlan data)
    {
        yield return MoreUnique.InTheSameRun(plan, data);
        yield return MoreUnique.AtTheSameEpochs(plan, data);
        yield return Improvements.ForTheseTokens(plan, data.LawHolds);
    }
}
