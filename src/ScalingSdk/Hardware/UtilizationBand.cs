using System.Globalization;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Hardware;

/// <summary>The utilization to plan with: as given, otherwise a band from runs that were published, never a point.</summary>
/// <param name="Fraction">Model FLOPs utilization, 0 to 1.</param>
/// <param name="Convention">Which FLOPs the fraction counts.</param>
/// <param name="Reason">Where it comes from, as a clause without final period.</param>
public sealed record UtilizationBand(Band Fraction, UtilizationConvention Convention, string Reason)
{
    /// <summary>The most devices for which the figures of single nodes hold.</summary>
    public const int SingleNodeDevices = 8;

    // Where a size is not known: that of the middle of the runs.
    private const double UsualSize = 7e9;
    private const int UsualCount = 512;

    /// <summary>A utilization that is given, as a fraction of the dense peak.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not above 0 and at most 1.</exception>
    public static UtilizationBand Given(double fraction, UtilizationConvention convention) => fraction is > 0 and <= 1
        ? new(Band.Exactly(fraction), convention, "as given")
        : throw new ArgumentOutOfRangeException(nameof(fraction), "a utilization is above '0 %' and at most '100 %'");

    /// <summary>The band of a device, a number of devices, a length of sequences and the parameters that a token passes through.</summary>
    /// <param name="accelerator">The device.</param>
    /// <param name="deviceCount">How many; unknown, the wider band of clusters.</param>
    /// <param name="sequenceLength">Tokens of a sequence.</param>
    /// <param name="parameters">Active parameters; unknown, 7B.</param>
    /// <param name="precision">Precision of the matrix products; of 8 bits and fewer the peak grows more than the speed.</param>
    public static UtilizationBand For(
        Accelerator accelerator, int? deviceCount, int sequenceLength = UtilizationFit.ShortSequence, double? parameters = null, Precision precision = Precision.Bf16)
    {
        var node = deviceCount <= SingleNodeDevices;
        var fit = node ? UtilizationFit.Node : UtilizationFit.Clusters;
        var fraction = fit.At(!IsOlder(accelerator), parameters ?? UsualSize, deviceCount ?? UsualCount, sequenceLength);
        var share = ShareOfPeak(accelerator, precision);
        fraction = fraction.Times(share);
        var of = node ? "figures of one node" : "runs on clusters";
        var devices = node ? "" : string.Format(CultureInfo.InvariantCulture, ", {0:N0} devices", deviceCount ?? UsualCount);
        var reason = string.Format(
            CultureInfo.InvariantCulture, "{0:0} to {1:0} % (95 % of {2} published {3}, for {4} parameters{5} and sequences of {6:N0} tokens){7}{8}{9}",
            fraction.Low * 100, fraction.High * 100, fit.Figures, of, NumberText.Compact(parameters ?? UsualSize), devices, sequenceLength,
            share.Equals(1) ? "" : string.Format(CultureInfo.InvariantCulture, "; {0} has {1:0.00} times the speed of bf16", precision.Name(), UtilizationFit.SpeedOf8Bits),
            IsKnown(accelerator, node) ? "" : $"; '{accelerator.Id}' is not among them",
            deviceCount is null ? "; the number of devices is not given" : "");
        return new(fraction, UtilizationConvention.ExactCausal, reason);
    }

    // The figures are shares of the peak in bf16, those of runs in fp8 too.
    private static double ShareOfPeak(Accelerator accelerator, Precision precision) =>
        precision is Precision.Fp8 or Precision.Int8 or Precision.Fp4 && accelerator.Bf16FlopsPerSecond is { } usual && accelerator.PeakFlopsPerSecond(precision) is { } peak
            ? Math.Min(1, UtilizationFit.SpeedOf8Bits * usual / peak)
            : 1;

    // Devices that no figure has take the lower level, which Hopper set, and are told.
    private static bool IsOlder(Accelerator accelerator) => Generation(accelerator) is "A100" or "MI250X" or "TPU";

    private static bool IsKnown(Accelerator accelerator, bool node) => Generation(accelerator) switch
    {
        "A100" or "H100" => true,
        "L40S" => node,
        "B200" or "MI250X" or "TPU" => !node,
        _ => false,
    };

    // The compute of H200, H800 and GH200 is that of H100, of A800 that of A100.
    private static string Generation(Accelerator accelerator) => accelerator.Id switch
    {
        "TPU-v3" or "TPU-v4" => "TPU",
        var id => id.Split('-')[0] switch
        {
            "A100" or "A800" => "A100",
            "H100" or "H200" or "H800" or "GH200" => "H100",
            "B200" or "GB200" or "B300" or "GB300" => "B200",
            "TPU" => id,
            var other => other,
        },
    };
}
