using System.Globalization;
using ScalingSdk.Quantities;

namespace ScalingSdk.Hardware;

/// <summary>The utilization to plan with: as given, or else a band from runs that were published, never a point.</summary>
/// <param name="Fraction">Model FLOPs utilization, 0 to 1.</param>
/// <param name="Convention">Which FLOPs the fraction counts.</param>
/// <param name="Reason">Where it comes from, as a clause without final period.</param>
public sealed record UtilizationBand(Band Fraction, UtilizationConvention Convention, string Reason)
{
    /// <summary>The most devices for which the measurements on single nodes hold.</summary>
    public const int SingleNodeDevices = 8;

    /// <summary>Up to 8 devices: 30 measurements in bf16 on one node of 8 H100, sequences of 512 to 65,536 tokens, 1B to 30B parameters.</summary>
    /// <remarks>MosaicML, llm-foundry's training benchmarks: lowest, median and highest.</remarks>
    public static UtilizationBand SingleNode { get; } = new(
        new Band(0.2634, 0.3844, 0.4644), UtilizationConvention.FullAttention,
        "26 to 46 % on one node of 8 H100 (MosaicML's measurements, full attention)");

    /// <summary>The same on one node of 8 A100: 59 measurements in bf16 on devices of 40 and of 80 GB.</summary>
    public static UtilizationBand SingleNodeA100 { get; } = new(
        new Band(0.3938, 0.553, 0.6423), UtilizationConvention.FullAttention,
        "39 to 64 % on one node of 8 A100 (MosaicML's measurements, full attention)");

    /// <summary>More than 8 devices: the lowest, median and highest of the published runs that trained a model from scratch.</summary>
    public static UtilizationBand Cluster { get; } = OfRuns(PublishedRuns.All);

    /// <summary>A utilization that is given, as a fraction of the dense peak.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not above 0 and at most 1.</exception>
    public static UtilizationBand Given(double fraction, UtilizationConvention convention) => fraction is > 0 and <= 1
        ? new(Band.Exactly(fraction), convention, "as given")
        : throw new ArgumentOutOfRangeException(nameof(fraction), "a utilization is above '0 %' and at most '100 %'");

    /// <summary>The band for a number of devices; where it is unknown, the wider one of clusters.</summary>
    public static UtilizationBand For(Accelerator accelerator, int? deviceCount) => deviceCount switch
    {
        null => Cluster with { Reason = Cluster.Reason + "; the number of devices is not given" },
        <= SingleNodeDevices => OfOneNode(accelerator),
        _ => Cluster,
    };

    // Nobody measured the others that way: they take the lower band, which H100 set, and are told.
    private static UtilizationBand OfOneNode(Accelerator accelerator) => Generation(accelerator) switch
    {
        "A100" => SingleNodeA100,
        "H100" => SingleNode,
        _ => SingleNode with { Reason = $"{SingleNode.Reason}; '{accelerator.Id}' is not among them" },
    };

    private static string Generation(Accelerator accelerator) => accelerator.Id.Split('-')[0];

    /// <summary>The band that these runs make: lowest, median and highest of those that are comparable.</summary>
    /// <exception cref="ArgumentException">No run is comparable.</exception>
    public static UtilizationBand OfRuns(IEnumerable<PublishedRun> runs)
    {
        var sorted = runs.Where(static r => r.FromScratch).Select(static r => r.Utilization).OrderBy(static u => u).ToArray();
        if (sorted.Length == 0)
            throw new ArgumentException("a band needs at least one run that trained from scratch", nameof(runs));

        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        var reason = string.Format(
            CultureInfo.InvariantCulture, "{0:0} to {1:0} % over {2} published runs on clusters (6ND)", sorted[0] * 100, sorted[^1] * 100, sorted.Length);
        return new(new Band(sorted[0], median, sorted[^1]), UtilizationConvention.SixND, reason);
    }
}
