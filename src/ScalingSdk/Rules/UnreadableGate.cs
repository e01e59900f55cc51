using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>A gate's value is not a quantity of its kind.</summary>
internal static class UnreadableGate
{
    public static RuleInfo Info { get; } = new("SCALE9005", Severity.Error, "A gate of the project is not a quantity");
}
