using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A batch beyond twice the critical batch of both laws: further devices buy little time, and every step costs more.</summary>
internal sealed class BatchBeyondCritical : SingleRule
{
    /// <summary>Of the larger critical batch: at once, published runs with known good batches would be reported.</summary>
    private const double Allowed = 2;

    public override RuleInfo Info { get; } =
        new("SCALE2001", Severity.Suggestion, "The batch is beyond twice the critical batch");

    protected override Remark? Find(TrainingPlan plan)
    {
        var batch = plan.Batch;
        if (batch.Stated is not { } stated || plan.Run is null || BatchInWrongUnit.Holds(plan))
            return null;
        if (!batch.CeilingByKaplan.HasValue || !batch.CeilingByZhang.HasValue)
            return null;
        var (kaplan, zhang) = (batch.CeilingByKaplan.Value.Count, batch.CeilingByZhang.Value.Count);
        var larger = Math.Max(kaplan, zhang);
        if (stated.Count <= Allowed * larger)
            return null;
        var costs = batch.TradeOff.HasValue
            ? $"it takes {Compact(batch.TradeOff.Value.Examples)} times the fewest tokens (kaplan-2020 eq. 5.5)"
            : "a larger batch needs more tokens for the same loss";
        var text = $"write {SmallerBatch.Text(plan, larger)} or less";
        var training = plan.Spec.Training;
        return At((training.BatchTokens ?? training.BatchSequences)!.Origin,
            $"{Compact(stated.Count)} tokens a step are more than twice the critical batch of {Compact(larger)} ({(kaplan >= zhang ? "kaplan-2020" : "zhang-2024")})",
            [
                $"the critical batch at the end of the run is {Compact(kaplan)} by kaplan-2020 and {Compact(zhang)} by zhang-2024",
                $"a batch this large saves hardly any steps: {costs}",
            ],
            [SmallerBatch.Write(plan, larger) is { } write ? write with { Text = text } : Remedy.Advice(text)]);
    }
}
