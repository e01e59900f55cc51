using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>More money than the project allows with <c>ScalingMaxCost</c>.</summary>
internal static class CostGate
{
    public static RuleInfo Info { get; } = new("SCALE9003", Severity.Error, "The run costs more than the project allows");
}
