using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>A key that nothing reads: otherwise a typing error would be a silent default.</summary>
internal static class UnknownKey
{
    public static RuleInfo Info { get; } = new("SCALE0002", Severity.Warning, "The spec has a key that is not known");
}
