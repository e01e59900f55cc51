using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>
/// So few unique tokens for each parameter, and so many epochs over them, that the validation loss turned up in measured runs.
/// Where the spec does not state how often they repeat, the rule says nothing.
/// </summary>
internal sealed class LossExpectedToRise : DataRule
{
    public override RuleInfo Info { get; } =
        new("SCALE1004", Severity.Warning, "The loss is expected to rise before the run ends");

    public override Severity? Judge(DataPlan data) =>
        data.EpochsStated && data.RiseEpochs is { } rise && data.Epochs > rise ? Severity.Warning : null;

    public override string Headline(DataPlan data) =>
        $"{data.UniqueText} unique tokens x {Compact(data.Epochs)} epochs: the validation loss is expected to rise after about {Compact(data.RiseEpochs!.Value)} epochs";

    public override string Clause(DataPlan data) =>
        $"in the public runs of muennighoff-2023 the validation loss turned up after about {Compact(data.RiseEpochs!.Value)} epochs "
            + $"at {Compact(data.UniquePerParameter)} unique tokens per parameter (standard deviation 27 %; regularisation moves it)";

    public override IReadOnlyList<Help> Help(TrainingPlan plan, DataPlan data)
    {
        var text = $"stop after {CompactDown(data.RiseEpochs!.Value)} epochs, or use at most {CompactDown(data.LargestWithoutRise.Count)} parameters";
        return [Epochs.Write(plan, data.RiseEpochs!.Value) is { } write ? write with { Text = text } : Remedy.Advice(text)];
    }
}
