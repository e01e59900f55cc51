using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>More device-hours than the project allows with <c>ScalingMaxGpuHours</c>.</summary>
internal static class GpuHoursGate
{
    public static RuleInfo Info { get; } = new("SCALE9002", Severity.Error, "The run takes more device-hours than the project allows");
}
