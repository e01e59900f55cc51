using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A loss to reach that the unique tokens do not reach: the two are named.</summary>
internal static class TargetOnLimitedData
{
    private static readonly RuleInfo Info = new TokensBelowOverfittingThreshold().Info;

    public static Remark Describe(TrainingPlan plan, MissedTarget missed)
    {
        var (law, needed) = (plan.Spec.Laws.Allocation.Info.Id, CompactUp(missed.Needed.Value.Count));
        var mark = OutsideRange.Mark(missed.Needed.Outside);
        return new(Info, Info.Severity, missed.Target.Origin,
            missed.AtThisSize
                ? $"'{missed.Unique.Text}' unique tokens do not bring this size to '{missed.Target.Text}' nats per token, however often they repeat ({law}{mark})"
                : $"'{missed.Unique.Text}' unique tokens do not reach '{missed.Target.Text}' nats per token within 16 epochs ({law}{mark})",
            [
                $"a single pass over {needed} tokens reaches it{OutsideRange.Note(missed.Needed.Outside)}; repeated tokens are worth less than unique ones ({plan.Spec.Laws.RepeatedData.Info.Id})",
                .. plan is { Run: not null, Loss.Loss: { HasValue: true, Value: var loss } }
                    ? [$"the plan shows the best run on these tokens at the compute of that pass: {Compact(loss.NatsPerToken)} nats per token"]
                    : Array.Empty<string>(),
            ],
            [
                Remedy.Write($"\"{needed}\"", "data", "unique_tokens") with { Text = $"find {needed} unique tokens", IsFix = false },
                Remedy.Advice("write a higher loss"),
            ]);
    }
}
