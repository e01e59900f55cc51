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
        var cost = batch.TradeOff.HasValue ? $", and takes {Compact(batch.TradeOff.Value.Examples)} times the least tokens by the former" : "";
        var training = plan.Spec.Training;
        return At((training.BatchTokens ?? training.BatchSequences)!.Origin,
            $"{Compact(stated.Count)} tokens a step are more than twice the critical batch at the end of the run, {Compact(kaplan)} by kaplan-2020 and "
                + $"{Compact(zhang)} by zhang-2024: a larger batch saves hardly any steps{cost}; write {SmallerBatch.Text(plan, larger)} or less",
            remedy: SmallerBatch.Write(plan, larger));
    }
}
