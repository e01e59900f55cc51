using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>A law was fitted, and the run logs leave something of it open.</summary>
internal static class RunsLeaveOpen
{
    public static RuleInfo Info { get; } = new("SCALE9021", Severity.Warning, "The runs leave something of the fitted law open");
}
