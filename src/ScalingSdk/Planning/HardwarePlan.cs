using ScalingSdk.Hardware;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>What the run takes on its devices: time, device-hours, cost, energy.</summary>
public sealed record HardwarePlan
{
    /// <summary>The devices.</summary>
    public required DeviceChoice Devices { get; init; }

    /// <summary>The estimate; null where the spec gives no run, and where the devices are more than a step can use.</summary>
    /// <remarks>Of a run that spends a budget of time or money it is a point: there the tokens depend on the utilization.</remarks>
    public required RunEstimate? Estimate { get; init; }

    /// <summary>The estimate for the tokens for which the model is the compute-optimal size; null where no law says.</summary>
    public required RunEstimate? ToOptimalTokens { get; init; }

    /// <summary>The most devices that a step can use; null where no batch is known.</summary>
    internal UsableDevices? Usable { get; private init; }

    internal static HardwarePlan? Of(DeviceChoice? devices, SizePlan size, RunPlan? run, OptimumPlan? optimum, UsableDevices? usable)
    {
        if (devices is null)
            return null;
        if (devices.Count > usable?.Most)
            return new HardwarePlan { Devices = devices, Estimate = null, ToOptimalTokens = null, Usable = usable };
        var spent = run is { TokensProposed: true, LeavesBudget: false, Budget.IsPoint: false };
        return new HardwarePlan
        {
            Devices = devices,
            Usable = usable,
            Estimate = run is null ? null : For(devices, size, run.Tokens, spent ? Band.Exactly(devices.Utilization.Fraction.Mid) : devices.Utilization.Fraction),
            ToOptimalTokens = optimum is { Tokens: { HasValue: true, Value: var tokens } } ? For(devices, size, tokens, devices.Utilization.Fraction) : null,
        };
    }

    /// <summary>The estimate of the same run on another number of the same devices.</summary>
    internal RunEstimate On(int count, TrainingPlan plan)
    {
        var devices = Devices.WithCount(plan.Spec, count, plan.Size.Counts.Active.Count);
        return For(devices, plan.Size, plan.Run!.Tokens, devices.Utilization.Fraction);
    }

    private static RunEstimate For(DeviceChoice devices, SizePlan size, Tokens tokens, Band utilization) => RunEstimate.For(
        devices.FlopsPerToken(size) * tokens.Count, devices.Accelerator, devices.Count, devices.Precision,
        devices.Utilization with { Fraction = utilization }, devices.PricePerHour);
}
