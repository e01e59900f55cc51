using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>A value that is needed and cannot be derived from the others.</summary>
internal static class MissingValue
{
    public static RuleInfo Info { get; } = new("SCALE0003", Severity.Error, "The spec lacks a value");
}
