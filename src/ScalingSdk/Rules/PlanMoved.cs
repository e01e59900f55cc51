using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>A plan is not what the project's committed lock file says.</summary>
internal static class PlanMoved
{
    public static RuleInfo Info { get; } = new("SCALE9010", Severity.Error, "The plan differs from the lock file");
}
