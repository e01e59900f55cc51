using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>More training compute than the project allows with <c>ScalingMaxFlops</c>.</summary>
internal static class FlopsGate
{
    public static RuleInfo Info { get; } = new("SCALE9001", Severity.Error, "The run takes more compute than the project allows");
}
