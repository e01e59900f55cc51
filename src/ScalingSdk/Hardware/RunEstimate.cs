using ScalingSdk.Quantities;

namespace ScalingSdk.Hardware;

/// <summary>What a run takes on given hardware: time, device-hours, cost and energy, each in the band that the utilization makes.</summary>
public sealed record RunEstimate
{
    /// <summary>The accelerator.</summary>
    public required Accelerator Accelerator { get; init; }

    /// <summary>How many of them.</summary>
    public required int Devices { get; init; }

    /// <summary>The precision whose dense peak is taken.</summary>
    public required Precision Precision { get; init; }

    /// <summary>Dense peak of one device, FLOP/s.</summary>
    public required double PeakFlopsPerSecond { get; init; }

    /// <summary>The utilization, its convention and where it comes from.</summary>
    public required UtilizationBand Utilization { get; init; }

    /// <summary>Compute of the run in FLOP, under the convention of the utilization.</summary>
    public required double Flops { get; init; }

    /// <summary>Price of one device-hour, or null where none is given.</summary>
    public double? PricePerDeviceHour { get; init; }

    /// <summary>Hours of all devices together: FLOPs / (peak x utilization x 3600 s).</summary>
    public Band DeviceHours => Utilization.Fraction.Divide(Flops / (PeakFlopsPerSecond * 3600));

    /// <summary>Hours from start to end, without stops.</summary>
    public Band Hours => DeviceHours.Times(1.0 / Devices);

    /// <summary>Days from start to end, without stops.</summary>
    public Band Days => Hours.Times(1.0 / 24);

    /// <summary>Cost in the currency of the price, or null where no price is given.</summary>
    public Band? Cost => PricePerDeviceHour is { } price ? DeviceHours.Times(price) : null;

    /// <summary>Energy of the boards in kWh at their rated power, without hosts, network and cooling; null where the power is unknown.</summary>
    public Band? EnergyKilowattHours => Accelerator.PowerWatts is { } watts ? DeviceHours.Times(watts / 1000) : null;

    /// <summary>The estimate for an amount of compute.</summary>
    /// <param name="flops">Compute of the run in FLOP, counted as the utilization counts it.</param>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="devices">How many of them, at least 1.</param>
    /// <param name="precision">The precision; ask <see cref="Accelerator.WhyNoPeak"/> first.</param>
    /// <param name="utilization">The utilization; see <see cref="UtilizationBand.For"/> where none is given.</param>
    /// <param name="pricePerDeviceHour">Price of one device-hour, or null.</param>
    /// <exception cref="ArgumentException">The accelerator has no peak at the precision, or a number is not positive.</exception>
    public static RunEstimate For(
        double flops, Accelerator accelerator, int devices, Precision precision, UtilizationBand utilization, double? pricePerDeviceHour = null) => new()
        {
            Flops = Require.Positive(flops, nameof(flops)),
            Accelerator = accelerator,
            Devices = (int)Require.Positive(devices, nameof(devices)),
            Precision = precision,
            PeakFlopsPerSecond = Require.Peak(accelerator, precision),
            Utilization = utilization,
            PricePerDeviceHour = pricePerDeviceHour is { } price ? Require.NotNegative(price, nameof(pricePerDeviceHour)) : null,
        };
}
