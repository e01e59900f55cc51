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
        if (!data.EpochsStated || data.Epochs <= 1)
            return null;
        return data.Epochs > EpochsTurn.Highest(data) ? Severity.Warning
            : data.Epochs > EpochsTurn.Lowest(data) ? Severity.Suggestion
            : null;
    }

    public override string Headline(DataPlan data)
    {
        var (fewest, most) = EpochsTurn.Turning(data);
        return $"{data.UniqueText} unique tokens x {Compact(data.Epochs)} epochs: the validation loss of such runs turned up after {Compact(fewest)} to {Compact(most)} epochs";
    }

    public override string Clause(TrainingPlan plan, DataPlan data)
    {
        var (fewest, most) = EpochsTurn.Turning(data);
        return $"the validation loss turns up after about {Compact(fewest)} to {Compact(most)} epochs at {Compact(data.UniquePerParameter)} unique tokens per parameter, "
            + $"by weight decay and dropout (measured on 72M to 1.4B parameters{Extrapolated(data)})";
    }

    public override IEnumerable<Help?> Help(TrainingPlan plan, DataPlan data)
    {
        var most = EpochsTurn.Turning(data).Fewest;
        var text = $"stop after {CompactDown(Math.Max(1, most))} epochs";
        yield return Improvements.ForTheseTokens(plan, lawHolds: false);
        yield return Epochs.Write(plan, Math.Max(1, most)) is { } write ? write with { Text = text } : Remedy.Advice(text);
    }

    private static string Extrapolated(DataPlan data) => data.Unique.Count / data.UniquePerParameter is > 1.4e9 or < 72e6 ? ", extrapolated here" : "";
}
