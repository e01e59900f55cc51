using System.Numerics;
using ScalingSdk.Hardware;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>The figures of time, cost and energy.</summary>
public static class HardwareFigures
{
    private const string WithUtilization = "with utilization";

    /// <summary>How many devices.</summary>
    public static FigureKey Devices { get; } = FigureKey.Whole("devices", "Devices", "devices", "hardware", static plan => plan.Hardware is not { } hardware ? null
        : FigureAnswer.Count(new BigInteger(hardware.Devices.Count), plan.Spec.Hardware.Count is null ? new("assumed", "assumed") : Basis.Given()));

    /// <summary>Model FLOPs utilization.</summary>
    public static FigureKey Utilization { get; } = FigureKey.Real("utilization", "Model FLOPs utilization", "", "hardware", static plan => plan.Hardware?.Devices.Utilization is not { } utilization ? null
        : FigureAnswer.Real(utilization.Fraction, new(utilization.Reason, plan.Spec.Hardware.Utilization is null ? "assumed" : "given") { Convention = Name(utilization.Convention) },
            "lowest and highest of published runs"));

    /// <summary>The best measured matrix product over the peak.</summary>
    public static FigureKey AchievableUtilization { get; } = FigureKey.Real("achievable_utilization", "Best measured matrix product over the peak", "", "hardware", static plan =>
        plan.Hardware?.Devices is { } devices && devices.Accelerator.AchievableUtilization(devices.Precision) is { } ceiling
            ? FigureAnswer.Real(ceiling, new("no training run passes it", "Bekman, Machine Learning Engineering (MAMF)"))
            : null);

    /// <summary>Hours of all devices together.</summary>
    public static FigureKey DeviceHours { get; } = FigureKey.Real("device_hours", "Device-hours", "h", "hardware", static plan => Estimate(plan) is not { } estimate ? null
        : FigureAnswer.Real(estimate.DeviceHours, new($"FLOP / (peak x utilization), {Scientific(estimate.Flops)} FLOP, "
            + $"{Scientific(estimate.PeakFlopsPerSecond)} FLOP/s dense {estimate.Precision.Name()} of '{estimate.Accelerator.Id}'", "derived")
        {
            Convention = Name(plan.Hardware!.Devices.Utilization.Convention),
            Inputs = [RunFigures.Tokens, Utilization, Devices],
        }, WithUtilization));

    /// <summary>Tokens that one device processes in a second.</summary>
    public static FigureKey TokensPerSecondPerDevice { get; } = FigureKey.Real("tokens_per_second_per_device", "Tokens a second of one device", "tokens/s", "hardware", static plan =>
        plan is not { Run: { } run } || Estimate(plan) is not { } estimate ? null
            : FigureAnswer.Real(estimate.DeviceHours.Divide(run.Tokens.Count / 3600), Basis.Derived("tokens / (3600 device_hours)", RunFigures.Tokens, DeviceHours), WithUtilization));

    /// <summary>Hours of the run.</summary>
    public static FigureKey Hours { get; } = FigureKey.Real("hours", "Hours", "h", "hardware", static plan => Estimate(plan) is not { } estimate ? null
        : FigureAnswer.Real(estimate.Hours, Basis.Derived("device_hours / devices", DeviceHours, Devices).Noted("without stops"), WithUtilization));

    /// <summary>Days of the run.</summary>
    public static FigureKey Days { get; } = FigureKey.Real("days", "Days", "days", "hardware", static plan => Estimate(plan) is not { } estimate ? null
        : FigureAnswer.Real(estimate.Days, Basis.Derived("hours / 24", Hours), WithUtilization));

    /// <summary>Days to the compute-optimal tokens for the size.</summary>
    public static FigureKey DaysToOptimalTokens { get; } = FigureKey.Real("days_to_optimal_tokens", "Days to the compute-optimal tokens for this size", "days", "hardware", static plan =>
        plan.Hardware is not { Estimate: not null, ToOptimalTokens: { } optimal } ? null
            : FigureAnswer.Real(optimal.Days, new Basis("as days, for the optimal tokens", "derived") { Inputs = [OptimumFigures.OptimalTokens, Utilization, Devices] }, WithUtilization));

    /// <summary>Cost of the run in US dollars.</summary>
    public static FigureKey Cost { get; } = FigureKey.Real("cost", "Cost", "USD", "hardware", static plan => Estimate(plan) is not { Cost: { } cost } estimate ? null
        : FigureAnswer.Real(cost, Basis.Derived($"device_hours {Round(estimate.PricePerDeviceHour!.Value)}", DeviceHours).Noted("USD an hour of a device"), WithUtilization));

    /// <summary>Energy of the devices.</summary>
    public static FigureKey EnergyKwh { get; } = FigureKey.Real("energy_kwh", "Energy of the devices", "kWh", "hardware", static plan => Estimate(plan) is not { EnergyKilowattHours: { } energy } estimate ? null
        : FigureAnswer.Real(energy, Basis.Derived($"device_hours {Round(estimate.Accelerator.PowerWatts!.Value)} / 1000", DeviceHours).Noted("W of a device, without hosts and cooling"), WithUtilization));

    internal static FigureKey[] All { get; } =
        [Devices, Utilization, AchievableUtilization, DeviceHours, TokensPerSecondPerDevice, Hours, Days, DaysToOptimalTokens, Cost, EnergyKwh];

    /// <summary>The convention of a utilization, as it is printed.</summary>
    internal static string Name(UtilizationConvention convention) => convention switch
    {
        UtilizationConvention.SixND => "6ND",
        _ => "exact-causal",
    };

    private static RunEstimate? Estimate(TrainingPlan plan) => plan.Hardware?.Estimate;
}
