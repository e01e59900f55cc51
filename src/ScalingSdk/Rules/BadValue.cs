using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>A value that is not what its key takes: not a number, negative, too large, of another unit.</summary>
internal static class BadValue
{
    public static RuleInfo Info { get; } = new("SCALE0004", Severity.Error, "The spec has a value that its key does not take");
}
