using System.Numerics;
using ScalingSdk.Hardware;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>The figures of time, cost and energy.</summary>
public static class HardwareFigures
{
    private const string WithUtilization = "with utilization";

    /// <summary>How many devices.</summary>
    public static FigureKey Devices { get; } = new("devices", "Devices", "devices", static plan => plan.Hardware is not { } hardware ? null
        : FigureAnswer.Count(new BigInteger(hardware.Devices.Count), plan.Spec.Hardware.Count is null ? new("assumed", "assumed") : Basis.Given()));

    /// <summary>Model FLOPs utilization.</summary>
    public static FigureKey Utilization { get; } = new("utilization", "Model FLOPs utilization", "", static plan => plan.Hardware?.Devices.Utilization is not { } utilization ? null
        : FigureAnswer.Real(utilization.Fraction, new(utilization.Reason, plan.Spec.Hardware.Utilization is null ? "assumed" : "given") { Convention = Name(utilization.Convention) },
            "lowest and highest of published runs"));

    /// <summary>The best measured matrix product over the peak.</summary>
    public static FigureKey AchievableUtilization { get; } = new("achievable_utilization", "Best measured matrix product over the peak", "", static plan =>
        plan.Hardware?.Devices is { } devices && devices.Accelerator.AchievableUtilization(devices.Precision) is { } ceiling
            ? FigureAnswer.Real(ceiling, new("no training run passes it", "Bekman, Machine Learning Engineering (MAMF)"))
            : null);

    /// <summary>Hours of all devices together.</summary>
    public static FigureKey DeviceHours { get; } = new("device_hours", "Device-hours", "h", static plan => Estimate(plan) is not { } estimate ? null
        : FigureAnswer.Real(estimate.DeviceHours, new($"FLOP / (peak x utilization), {Scientific(estimate.Flops)} FLOP, "
            + $"{Scientific(estimate.PeakFlopsPerSecond)} FLOP/s dense {estimate.Precision.Name()} of '{estimate.Accelerator.Id}'", "derived")
        {
            Convention = Name(plan.Hardware!.Devices.Utilization.Convention),
            Inputs = [RunFigures.Tokens, Utilization, Devices],
        }, WithUtilization));

    /// <summary>Hours of the run.</summary>
    public static FigureKey Hours { get; } = new("hours", "Hours", "h", static plan => Estimate(plan) is not { } estimate ? null
        : FigureAnswer.Real(estimate.Hours, Basis.Derived("device-hours / devices, without stops", DeviceHours, Devices), WithUtilization));

    /// <summary>Days of the run.</summary>
    public static FigureKey Days { get; } = new("days", "Days", "days", static plan => Estimate(plan) is not { } estimate ? null
        : FigureAnswer.Real(estimate.Days, Basis.Derived("hours / 24", Hours), WithUtilization));

    /// <summary>Days to the compute-optimal tokens for the size.</summary>
    public static FigureKey DaysToOptimalTokens { get; } = new("days_to_optimal_tokens", "Days to the compute-optimal tokens for this size", "days", static plan =>
        plan.Hardware is not { Estimate: not null, ToOptimalTokens: { } optimal } ? null
            : FigureAnswer.Real(optimal.Days, Basis.Derived("as days, for the optimal tokens", OptimumFigures.OptimalTokens, Utilization, Devices), WithUtilization));

    /// <summary>Cost of the run in US dollars.</summary>
    public static FigureKey Cost { get; } = new("cost", "Cost", "USD", static plan => Estimate(plan) is not { Cost: { } cost } estimate ? null
        : FigureAnswer.Real(cost, Basis.Derived($"device-hours x {Round(estimate.PricePerDeviceHour!.Value)} USD", DeviceHours), WithUtilization));

    /// <summary>Energy of the devices.</summary>
    public static FigureKey EnergyKwh { get; } = new("energy_kwh", "Energy of the devices", "kWh", static plan => Estimate(plan) is not { EnergyKilowattHours: { } energy } estimate ? null
        : FigureAnswer.Real(energy, Basis.Derived($"device-hours x {Round(estimate.Accelerator.PowerWatts!.Value)} W, without hosts and cooling", DeviceHours), WithUtilization));

    internal static FigureKey[] All { get; } =
        [Devices, Utilization, AchievableUtilization, DeviceHours, Hours, Days, DaysToOptimalTokens, Cost, EnergyKwh];

    /// <summary>The convention of a utilization, as it is printed.</summary>
    internal static string Name(UtilizationConvention convention) => convention switch
    {
        UtilizationConvention.SixND => "6ND",
        _ => "exact-causal",
    };

    private static RunEstimate? Estimate(TrainingPlan plan) => plan.Hardware?.Estimate;
}
