using System.Numerics;
using ScalingSdk.Hardware;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning.Writing;

internal static class HardwareFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        if (plan.Hardware is not { } hardware)
            return;
        var devices = hardware.Devices;
        var utilization = devices.Utilization;
        figures.Count("devices", "Devices", new BigInteger(devices.Count), "devices", plan.Spec.Hardware.Count is null ? new("assumed", "assumed") : Basis.Given());
        figures.Real("utilization", "Model FLOPs utilization", utilization.Fraction, "",
            new(utilization.Reason, plan.Spec.Hardware.Utilization is null ? "assumed" : "given") { Convention = Name(utilization.Convention) },
            "lowest and highest of published runs");
        if (devices.Accelerator.AchievableUtilization(devices.Precision) is { } ceiling)
        {
            figures.Real("achievable_utilization", "Best measured matrix product over the peak", ceiling, "",
                new("no training run passes it", "Bekman, Machine Learning Engineering (MAMF)"));
        }

        if (hardware.Estimate is not { } estimate)
            return;
        var peak = $"{Scientific(estimate.PeakFlopsPerSecond)} FLOP/s dense {estimate.Precision.Name()} of '{estimate.Accelerator.Id}'";
        var basis = new Basis($"FLOP / (peak x utilization), {Scientific(estimate.Flops)} FLOP, {peak}", "derived")
        {
            Convention = Name(utilization.Convention),
            Inputs = ["tokens", "utilization", "devices"],
        };
        const string Meaning = "with utilization";
        figures.Real("device_hours", "Device-hours", estimate.DeviceHours, "h", basis, Meaning);
        figures.Real("hours", "Hours", estimate.Hours, "h", Basis.Derived("device-hours / devices, without stops", "device_hours", "devices"), Meaning);
        figures.Real("days", "Days", estimate.Days, "days", Basis.Derived("hours / 24", "hours"), Meaning);
        if (hardware.ToOptimalTokens is { } optimal)
        {
            figures.Real("days_to_optimal_tokens", "Days to the compute-optimal tokens for this size", optimal.Days,
                "days", Basis.Derived("as days, for the optimal tokens", "optimal_tokens", "utilization", "devices"), Meaning);
        }

        if (estimate.Cost is { } cost)
            figures.Real("cost", "Cost", cost, "USD", Basis.Derived($"device-hours x {Round(estimate.PricePerDeviceHour!.Value)} USD", "device_hours"), Meaning);
        if (estimate.EnergyKilowattHours is { } energy)
        {
            figures.Real("energy_kwh", "Energy of the devices", energy, "kWh",
                Basis.Derived($"device-hours x {Round(estimate.Accelerator.PowerWatts!.Value)} W, without hosts and cooling", "device_hours"), Meaning);
        }
    }

    public static string Name(UtilizationConvention convention) => convention switch
    {
        UtilizationConvention.SixND => "6ND",
        _ => "exact-causal",
    };
}
