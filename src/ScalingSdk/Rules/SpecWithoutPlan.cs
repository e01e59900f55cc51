using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>A spec of the project gives no plan, so that nothing holds its run: no gate, no lock, no constants.</summary>
internal static class SpecWithoutPlan
{
    public static RuleInfo Info { get; } = new("SCALE9006", Severity.Error, "A spec of the project has no plan");
}
