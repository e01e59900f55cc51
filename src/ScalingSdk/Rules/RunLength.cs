using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>Writes another length of the run into a spec, in whichever key it states it: tokens, or steps of a stated batch.</summary>
internal static class RunLength
{
    /// <summary>At most this many tokens.</summary>
    public static Remedy? AtMost(TrainingPlan plan, double tokens) => Write(plan, CompactDown(tokens), Math.Floor(StepsOf(plan, tokens)));

    /// <summary>At least this many tokens.</summary>
    public static Remedy? AtLeast(TrainingPlan plan, double tokens) => Write(plan, CompactUp(tokens), Math.Ceiling(StepsOf(plan, tokens)));

    private static double StepsOf(TrainingPlan plan, double tokens) => tokens / (StatedRun.Batch(plan.Spec) ?? double.NaN);

    private static Remedy? Write(TrainingPlan plan, string tokens, double steps)
    {
        var (data, training) = (plan.Spec.Data, plan.Spec.Training);
        if (data.Epochs is not null)
            return null;
        if (training.Steps is null)
            return data.Tokens is null ? null : Remedy.Write($"\"{tokens}\"", "data", "tokens");
        if (!(steps >= 1))
            return null;
        var write = Remedy.Write(Round(steps), "training", "steps");
        return data.Tokens is null ? write : write with
        {
            Title = $"{write.Title}, and the tokens with them",
            Edits = [.. write.Edits, SpecEdit.Set(Round(steps * StatedRun.Batch(plan.Spec)!.Value), "data", "tokens")],
        };
    }
}
