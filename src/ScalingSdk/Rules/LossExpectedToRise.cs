using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>
/// So many epochs over so few unique tokens that the validation loss turned up in measured runs: a warning where it did under every
/// recipe, a suggestion where it did under some. Where the spec does not state how often they repeat, the rule says nothing.
/// </summary>
internal sealed class LossExpectedToRise : DataRule
{
    public override RuleInfo Info { get; } =
        new("SCALE1004", Severity.Warning, "The loss is expected to rise before the run ends");

    public override Severity? Judge(TrainingPlan plan, DataPlan data)
    {
        if (!data.EpochsStated || data.Epochs <= 1 || plan.IsProposed)
            return null;
        return data.Epochs > data.Turn.Certain ? Severity.Warning
            : data.Epochs > data.Turn.Suspect ? Severity.Suggestion
            : null;
    }

    public override string Headline(DataPlan data) =>
        $"{data.UniqueText} unique tokens x {Compact(data.Epochs)} epochs: the validation loss "
            + (data.Turn.ByMuon ? $"may turn up {Short(data.Turn)} (epochs-turn, of AdamW and not measured with Muon)"
                : data.Turn.Outside.Inside ? $"of such runs turned up {Short(data.Turn)} (epochs-turn)" : $"is expected to turn up {Short(data.Turn)} (epochs-turn, extrapolated)");

    public override string Clause(TrainingPlan plan, DataPlan data) =>
        $"the validation loss turns up after about {Turning(data.Turn)} at {Compact(data.UniquePerParameter)} unique tokens per parameter, "
            + $"{data.Turn.Recipes} ({data.Turn.Whose}{OutsideRange.Note(data.Turn.Outside)})"
            + (data.Turn.ByMuon ? "; that is AdamW's: with Muon no turn was measured, and a 2.7B model on 100M tokens was better after 22 epochs than after 11 (Slowrun)" : "");

    public override IEnumerable<Help?> Help(TrainingPlan plan, DataPlan data)
    {
        var most = Math.Max(1, data.Turn.Fewest);
        var text = $"stop after {CompactDown(most)} epoch{(most < 2 ? "" : "s")}";
        if (data.UniquePerParameter < OfFineTuning)
            yield return Remedy.Write("\"pretrained\"", "training", "start") with { Text = "if training starts from trained weights, say so", IsFix = false };
        else
            yield return Improvements.ForTheseTokens(plan, lawHolds: false);
        if (!data.Turn.ByMuon)
            yield return Epochs.Write(plan, most) is { } write ? write with { Text = text } : Remedy.Advice(text);
        yield return MoreRegularisation.Write(plan);
        yield return Remedy.Advice("evaluate often, and keep the checkpoint with the lowest validation loss");
    }

    /// <summary>Unique tokens per parameter below which a run is hardly one from scratch: 140M tokens for 7B parameters.</summary>
    private const double OfFineTuning = 0.02;

    // A headline has room for one law: the highest rule is another's where it is that of the public runs.
    private static string Short(EpochsTurn turn) =>
        !turn.ToPublicRuns ? "after " + Turning(turn) : turn.Fewest <= 1 ? "from the first epoch on" : $"from {Compact(turn.Fewest)} epochs on";

    // Nothing turns up before the unique tokens were seen once.
    private static string Turning(EpochsTurn turn)
    {
        var (fewest, most) = (Compact(Math.Max(1, turn.Fewest)), Compact(Math.Max(1, turn.Most)));
        return !string.Equals(fewest, most, StringComparison.Ordinal) ? $"{fewest} to {most} epochs"
            : turn.Most <= 1 ? "the first epoch"
            : $"{fewest} epochs";
    }
}
