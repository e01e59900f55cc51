using ScalingSdk.Diagnostics;

namespace ScalingSdk.Training;

/// <summary>Something that a run was found to do.</summary>
/// <param name="Rule">The finding's id, severity and page.</param>
/// <param name="Step">The optimizer step at which it was seen.</param>
/// <param name="Tokens">The tokens seen by then.</param>
/// <param name="Message">What was measured, against what, without final period.</param>
public sealed record RunEvent(RuleInfo Rule, long Step, double Tokens, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rule.Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Message}";
}
