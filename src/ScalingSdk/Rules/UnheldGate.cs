using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>A gate is set, and the spec gives too little to hold the run to it.</summary>
internal static class UnheldGate
{
    public static RuleInfo Info { get; } = new("SCALE9004", Severity.Warning, "The run cannot be held to a gate of the project");
}
