using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>The project's lock file is no lock file: corrupt, in the midst of a merge, or of another version.</summary>
internal static class LockUnreadable
{
    public static RuleInfo Info { get; } = new("SCALE9011", Severity.Error, "The lock file cannot be read");
}
