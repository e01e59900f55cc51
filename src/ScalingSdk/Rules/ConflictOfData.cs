using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A size and unique tokens for which the plan proposes no number of tokens: the two are named.</summary>
internal static class ConflictOfData
{
    private static readonly RuleInfo Info = new TokensBelowOverfittingThreshold().Info;

    public static Remark Describe(TrainingPlan plan, DataConflict conflict)
    {
        var unique = conflict.Unique.Value;
        var (optimal, threshold) = (plan.Optimum?.Tokens.Outside ?? Extrapolation.None, plan.Spec.Laws.Overfitting.Threshold(plan.Size.Counts).Outside);
        List<string> because =
        [
            $"a single pass is {Percent(unique / conflict.Optimal.Count)} of the {Compact(conflict.Optimal.Count)} tokens that are compute-optimal for this size ({conflict.OptimalLaw}{OutsideRange.Note(optimal)})",
            $"to repeat tokens takes {Compact(conflict.Threshold.Count)} unique ones ({conflict.ThresholdLaw} eq. 4.4{OutsideRange.Note(threshold)})",
            "no number of tokens is proposed: state \"tokens\" to see what repetition costs",
        ];
        var least = CompactUp(Math.Min(conflict.Optimal.Count, conflict.Threshold.Count));
        List<Help> help = [Remedy.Write($"\"{least}\"", "data", "unique_tokens") with { Text = $"find {least} unique tokens", IsFix = false }];
        if (conflict.Better is var (size, tokens))
        {
            var nominal = plan.Spec is { Model: null, Size.Nominal: true };
            help.Add(new Improvement($"for these {Compact(unique)} tokens, train {Compact(size)} parameters for {Compact(tokens / unique)} epochs ({Compact(tokens)} tokens)",
                nominal ? [SpecEdit.Set($"\"{Compact(size)}\"", "model", "parameters"), SpecEdit.Set($"\"{Compact(tokens)}\"", "data", "tokens")] : []));
        }

        return new(Info, Info.Severity, conflict.Unique.Origin,
            $"'{conflict.Unique.Text}' unique tokens are below the overfitting threshold of {Compact(conflict.Threshold.Count)} "
                + $"for {Compact(conflict.Weights.Count)} non-embedding weights ({conflict.ThresholdLaw}{OutsideRange.Mark(threshold)})",
            because, help);
    }
}
