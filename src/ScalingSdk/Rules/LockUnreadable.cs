using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>The project's lock file cannot be read as one: it is corrupt, has merge conflicts, or is of another version.</summary>
internal static class LockUnreadable
{
    public static RuleInfo Info { get; } = new("SCALE9011", Severity.Error, "The lock file cannot be read");
}
