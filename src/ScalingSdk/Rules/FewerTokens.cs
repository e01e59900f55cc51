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

    /// <inheritdoc cref="Text"/>
    public static Remedy? Write(TrainingPlan plan, double share) => RunLength.AtMost(plan, plan.Run!.Tokens.Count * share);
}
