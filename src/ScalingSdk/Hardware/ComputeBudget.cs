using ScalingSdk.Quantities;

namespace ScalingSdk.Hardware;

/// <summary>The compute that hardware gives: the inverse of <see cref="RunEstimate"/>.</summary>
internal static class ComputeBudget
{
    /// <summary>FLOP that devices give in a time: devices x hours x 3600 s x peak x utilization, counted as the utilization counts.</summary>
    /// <exception cref="ArgumentException">The accelerator has no peak at the precision, or a number is not positive.</exception>
    public static Band OfTime(Accelerator accelerator, int devices, Precision precision, UtilizationBand utilization, double hours) =>
        OfDeviceHours(accelerator, precision, utilization, Require.Positive(devices, nameof(devices)) * hours);

    /// <summary>FLOP that device-hours give.</summary>
    /// <exception cref="ArgumentException">The accelerator has no peak at the precision, or a number is not positive.</exception>
    public static Band OfDeviceHours(Accelerator accelerator, Precision precision, UtilizationBand utilization, double deviceHours) =>
        utilization.Fraction.Times(Require.Peak(accelerator, precision) * 3600 * Require.Positive(deviceHours, nameof(deviceHours)));

    /// <summary>FLOP that an amount of money buys at a price per device-hour.</summary>
    /// <exception cref="ArgumentException">The accelerator has no peak at the precision, or a number is not positive.</exception>
    public static Band OfCost(Accelerator accelerator, Precision precision, UtilizationBand utilization, double cost, double pricePerDeviceHour) =>
        OfDeviceHours(accelerator, precision, utilization, cost / Require.Positive(pricePerDeviceHour, nameof(pricePerDeviceHour)));
}
