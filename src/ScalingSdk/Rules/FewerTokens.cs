using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>The tokens that a limit leaves: what to type, and the change of the spec where it states its tokens.</summary>
internal static class FewerTokens
{
    /// <param name="plan">The plan that passes a limit.</param>
    /// <param name="share">The limit over what the run takes.</param>
    public static string Text(TrainingPlan plan, double share) => CompactDown(plan.Run!.Tokens.Count * share);

    /// <summary>What ends the finding of a limit: fewer tokens, as an edit where the spec states them, or another limit.</summary>
    /// <param name="plan">The plan that passes a limit.</param>
    /// <param name="share">The limit over what the run takes.</param>
    public static IEnumerable<Help> To(TrainingPlan plan, double share)
    {
        var text = $"use at most {Text(plan, share)} tokens";
        yield return RunLength.AtMost(plan, plan.Run!.Tokens.Count * share) is { } write ? write with { Text = text } : Remedy.Advice(text);
        yield return Remedy.Advice("raise the limit");
    }
}
