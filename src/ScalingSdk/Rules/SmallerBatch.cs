using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>Writes a batch of at most some tokens into a spec, in whichever key it states it, and as many more steps as keep the tokens.</summary>
internal static class SmallerBatch
{
    /// <summary>What to type: <c>"batch_tokens": "0.5M"</c>.</summary>
    public static string Text(TrainingPlan plan, double most)
    {
        var (key, json, _) = Value(plan, most);
        return $"\"{key}\": {json}";
    }

    /// <summary>The change; null where the spec states the batch in two keys, or no batch is so small.</summary>
    public static Remedy? Write(TrainingPlan plan, double most)
    {
        var training = plan.Spec.Training;
        var (key, json, batch) = Value(plan, most);
        if (training is { BatchTokens: not null, BatchSequences: not null } || batch < plan.Size.Sequence.Tokens)
            return null;
        var write = Remedy.Write(json, "training", key);
        return training.Steps is null ? write : write with
        {
            Title = $"{write.Title}, and the steps for the same tokens",
            Edits = [.. write.Edits, SpecEdit.Set(Round(Math.Ceiling(RoundTo12(plan.Run!.Tokens.Count / batch))), "training", "steps")],
        };
    }

    private static (string Key, string Json, double Tokens) Value(TrainingPlan plan, double most)
    {
        var (training, length) = (plan.Spec.Training, plan.Size.Sequence.Tokens);
        if (training is { BatchTokens: null, BatchSequences: not null })
            return ("batch_sequences", Round(Math.Floor(most / length)), Math.Floor(most / length) * length);

        // Beside steps to the last digit: the three must agree.
        return ("batch_tokens", training.Steps is null ? $"\"{CompactDown(most)}\"" : Round(Math.Floor(most)), Math.Floor(most));
    }
}
