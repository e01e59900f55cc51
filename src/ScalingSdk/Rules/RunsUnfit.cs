using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>The run logs of a project give no law.</summary>
internal static class RunsUnfit
{
    public static RuleInfo Info { get; } = new("SCALE9020", Severity.Error, "No law can be fitted to the runs");
}
