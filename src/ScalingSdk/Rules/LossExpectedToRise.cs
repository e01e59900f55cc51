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
        $"{data.UniqueText} unique tokens x {Compact(data.Epochs)} epochs: the validation loss of such runs turned up after {Turning(data.Turn)} epochs";

    public override string Clause(TrainingPlan plan, DataPlan data) =>
        $"the validation loss turns up after about {Turning(data.Turn)} epochs at {Compact(data.UniquePerParameter)} unique tokens per parameter, "
            + $"{data.Turn.Recipes} (epochs-turn{OutsideRange.Note(data.Turn.Outside)})";

    public override IEnumerable<Help?> Help(TrainingPlan plan, DataPlan data)
    {
        var most = data.Turn.Fewest;
        var text = $"stop after {CompactDown(Math.Max(1, most))} epochs";
        yield return Improvements.ForTheseTokens(plan, lawHolds: false);
        yield return Epochs.Write(plan, Math.Max(1, most)) is { } write ? write with { Text = text } : Remedy.Advice(text);
    }

    private static string Turning(EpochsTurn turn) =>
        Compact(turn.Fewest) is var fewest && Compact(turn.Most) is var most && string.Equals(fewest, most, StringComparison.Ordinal) ? fewest : $"{fewest} to {most}";
}
