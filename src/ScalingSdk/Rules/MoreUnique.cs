using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>More unique tokens than a run repeats: as many as the overfitting threshold, written into the keys that the spec has.</summary>
internal static class MoreUnique
{
    /// <summary>The tokens of the run stay, so that they repeat less and the compute is the same.</summary>
    public static Remedy InTheSameRun(TrainingPlan plan, DataPlan data)
    {
        // A run sees at most as many unique tokens as it has tokens: that many are a single pass.
        var needed = Math.Min(data.Threshold.Count, data.Tokens.Count);
        var write = SpecEdit.Set($"\"{CompactUp(needed)}\"", "data", "unique_tokens");
        var text = $"add {CompactUp(needed - data.Unique.Count)} unique tokens";
        if (plan.Spec.Data.Epochs is null)
            return Of(text, write);
        var remove = SpecEdit.Remove("data", "epochs");
        return plan.Spec.Data.Tokens is null && plan.Spec.Training.Steps is null
            ? Of($"{text}, and train on {Compact(data.Tokens.Count)} tokens as now", write, remove, SpecEdit.Set($"\"{Compact(data.Tokens.Count)}\"", "data", "tokens"))
            : Of(text, write, remove);
    }

    /// <summary>The epochs stay, so that the run grows with the unique tokens; null where the spec does not state its run by them.</summary>
    public static Remedy? AtTheSameEpochs(TrainingPlan plan, DataPlan data)
    {
        if (plan.Spec is not { Data: { Epochs: { } epochs, UniqueTokens: not null, Tokens: null }, Training.Steps: null })
            return null;
        var needed = data.Threshold.Count;
        return Of($"add {CompactUp(needed - data.Unique.Count)} unique tokens, and train on them for {Compact(epochs.Value)} epochs too, {Compact(needed / data.Unique.Count)} times the compute",
            SpecEdit.Set($"\"{CompactUp(needed)}\"", "data", "unique_tokens"));
    }

    // No fix writes it: the tokens must be found first.
    private static Remedy Of(string text, params SpecEdit[] edits) => Remedy.Write(edits) with { Text = text, IsFix = false };
}
