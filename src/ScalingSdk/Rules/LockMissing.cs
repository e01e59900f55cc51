using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>The project asks for locked plans, and there is no lock file, or it is another project's.</summary>
internal static class LockMissing
{
    public static RuleInfo Info { get; } = new("SCALE9012", Severity.Error, "The project has no lock file of its own");
}
