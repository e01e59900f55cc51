using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>The spec, or a file that it names, is not there, not JSON, or beyond the limits of size and depth.</summary>
internal static class SpecUnreadable
{
    public static RuleInfo Info { get; } = new("SCALE0001", Severity.Error, "The spec cannot be read");
}
