using System.Globalization;
using ScalingSdk.Quantities;

namespace ScalingSdk.Hardware;

/// <summary>The utilization to plan with: as given, otherwise a band from runs that were published, never a point.</summary>
/// <param name="Fraction">Model FLOPs utilization, 0 to 1.</param>
/// <param name="Convention">Which FLOPs the fraction counts.</param>
/// <param name="Reason">Where it comes from, as a clause without final period.</param>
public sealed record UtilizationBand(Band Fraction, UtilizationConvention Convention, string Reason)
{
    /// <summary>The most devices for which the measurements on single nodes hold.</summary>
    public const int SingleNodeDevices = 8;

    /// <summary>Sequences of at most so many tokens have the first band of one node, then the second, and beyond the third.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [4_096, 16_384];

    /// <summary>Up to 8 devices: 30 measurements in bf16 on one node of 8 H100, 1B to 30B parameters, by the length of sequences.</summary>
    /// <remarks>MosaicML, llm-foundry's training benchmarks, counted again with attention's causal half: lowest, median and highest.</remarks>
    public static IReadOnlyList<UtilizationBand> SingleNode { get; } = OneNode("H100", new(0.3428, 0.3902, 0.4557), new(0.2522, 0.2932, 0.3334), new(0.1513, 0.1898, 0.2343));

    /// <summary>The same on one node of 8 A100: 59 measurements in bf16 on devices of 40 and of 80 GB.</summary>
    public static IReadOnlyList<UtilizationBand> SingleNodeA100 { get; } = OneNode("A100", new(0.4219, 0.5433, 0.6268), new(0.3424, 0.4264, 0.5012), new(0.2653, 0.3029, 0.3823));

    /// <summary>More than 8 devices: the lowest, median and highest of the published runs that trained a model from scratch.</summary>
    public static UtilizationBand Cluster { get; } = OfRuns(PublishedRuns.All);

    /// <summary>A utilization that is given, as a fraction of the dense peak.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not above 0 and at most 1.</exception>
    public static UtilizationBand Given(double fraction, UtilizationConvention convention) => fraction is > 0 and <= 1
        ? new(Band.Exactly(fraction), convention, "as given")
        : throw new ArgumentOutOfRangeException(nameof(fraction), "a utilization is above '0 %' and at most '100 %'");

    /// <summary>The band for a number of devices and a length of sequences; where the number is unknown, the wider one of clusters.</summary>
    public static UtilizationBand For(Accelerator accelerator, int? deviceCount, int sequenceLength = 4_096) => deviceCount switch
    {
        null => ClusterAt(accelerator, sequenceLength) is var cluster ? cluster with { Reason = cluster.Reason + "; the number of devices is not given" } : Cluster,
        <= SingleNodeDevices => OfOneNode(accelerator, sequenceLength),
        _ => ClusterAt(accelerator, sequenceLength),
    };

    /// <summary>The band of clusters with the middle of the runs on devices of this generation, where there are enough of them.</summary>
    public static UtilizationBand ClusterOf(Accelerator accelerator)
    {
        var generation = Generation(accelerator);
        var own = PublishedRuns.All.Where(run => IsOfCluster(run) && string.Equals(Generation(run.Accelerator), generation, StringComparison.Ordinal)).ToArray();
        if (own.Length == 0)
            return Cluster with { Reason = $"{Cluster.Reason}; '{accelerator.Id}' is not among them" };
        return own.Length < FewestOfGeneration ? Cluster : Cluster with
        {
            Fraction = Cluster.Fraction with { Mid = OfRuns(own).Fraction.Mid },
            Reason = string.Format(CultureInfo.InvariantCulture, "{0}, {1:0} % in the middle of {2} on {3}", Cluster.Reason, OfRuns(own).Fraction.Mid * 100, own.Length, generation),
        };
    }

    // Fewer runs make no median.
    private const int FewestOfGeneration = 5;

    // The published runs have sequences of 2,048 to 8,192 tokens. Longer ones lose what they lose on one node of H100.
    private const int LongestOfClusters = 8_192;

    private static UtilizationBand ClusterAt(Accelerator accelerator, int sequenceLength)
    {
        var cluster = ClusterOf(accelerator);
        if (sequenceLength <= LongestOfClusters)
            return cluster;
        var left = SingleNode[Class(sequenceLength)].Fraction.Mid / SingleNode[0].Fraction.Mid;
        return cluster with
        {
            Fraction = cluster.Fraction.Times(left),
            Reason = string.Format(CultureInfo.InvariantCulture, "{0:0} % of that of {1}, as on one node for sequences of this length", left * 100, cluster.Reason),
        };
    }

    private static int Class(int sequenceLength) => Lengths.TakeWhile(length => sequenceLength > length).Count();

    // Nobody measured the others that way: they take the lower band, which H100 set, and are told.
    private static UtilizationBand OfOneNode(Accelerator accelerator, int sequenceLength)
    {
        var band = (Generation(accelerator) is "A100" ? SingleNodeA100 : SingleNode)[Class(sequenceLength)];
        return Generation(accelerator) is "A100" or "H100" ? band : band with { Reason = $"{band.Reason}; '{accelerator.Id}' is not among them" };
    }

    private static UtilizationBand[] OneNode(string device, params Band[] byLength)
    {
        var bands = new UtilizationBand[byLength.Length];
        for (var i = 0; i < bands.Length; i++)
        {
            var length = i < Lengths.Count ? FormattableString.Invariant($"at most {Lengths[i]:N0}") : FormattableString.Invariant($"more than {Lengths[i - 1]:N0}");
            bands[i] = new(byLength[i], UtilizationConvention.ExactCausal, string.Format(
                CultureInfo.InvariantCulture, "{0:0} to {1:0} % on one node of 8 {2} with sequences of {3} tokens (MosaicML's measurements)",
                byLength[i].Low * 100, byLength[i].High * 100, device, length));
        }

        return bands;
    }

    // The compute of H800 and GH200 is that of H100, of A800 that of A100.
    private static string Generation(Accelerator accelerator) => accelerator.Id.Split('-')[0] switch
    {
        "A100" or "A800" => "A100",
        "H100" or "H200" or "H800" or "GH200" => "H100",
        var other => other,
    };

    private static bool IsOfCluster(PublishedRun run) => run is { FromScratch: true, IsComparable: true, Devices: null or > SingleNodeDevices };

    /// <summary>The band that these runs make: lowest, median and highest of those that are comparable.</summary>
    /// <exception cref="ArgumentException">No run is comparable.</exception>
    public static UtilizationBand OfRuns(IEnumerable<PublishedRun> runs)
    {
        var sorted = runs.Where(IsOfCluster).Select(static r => r.Utilization).OrderBy(static u => u).ToArray();
        if (sorted.Length == 0)
            throw new ArgumentException("a band needs at least one run that trained from scratch", nameof(runs));

        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        var reason = string.Format(
            CultureInfo.InvariantCulture, "{0:0} to {1:0} % over {2} published runs on clusters (6ND)", sorted[0] * 100, sorted[^1] * 100, sorted.Length);
        return new(new Band(sorted[0], median, sorted[^1]), UtilizationConvention.ExactCausal, reason);
    }
}
