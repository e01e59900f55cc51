using ScalingSdk.Hardware;

namespace ScalingSdk.Planning;

/// <summary>What the run takes on its devices: time, device-hours, cost, energy.</summary>
public sealed record HardwarePlan
{
    /// <summary>The devices.</summary>
    public required DeviceChoice Devices { get; init; }

    /// <summary>The estimate; null where the spec gives no run.</summary>
    public required RunEstimate? Estimate { get; init; }

    internal static HardwarePlan? Of(DeviceChoice? devices, SizePlan size, RunPlan? run) => devices is null ? null : new HardwarePlan
    {
        Devices = devices,
        Estimate = run is null ? null : RunEstimate.For(
            devices.FlopsPerToken(size) * run.Tokens.Count, devices.Accelerator, devices.Count, devices.Precision,
            devices.Utilization, devices.PricePerHour),
    };
}
