using ScalingSdk.Quantities;

namespace ScalingSdk.Hardware;

/// <summary>Utilization by device, size, count and length: a fit of its logarithm to published figures, by least squares.</summary>
/// <remarks>The figures are tests/Data/hardware/published-runs.csv, mosaic-utilization.csv and torchtitan's; a test repeats both fits.</remarks>
internal sealed record UtilizationFit
{
    // The size and the count at which the levels hold.
    private const double Size = 7e9;
    private const double Count = 512;

    /// <summary>Sequences up to so many tokens have one utilization.</summary>
    public const int ShortSequence = 4_096;

    /// <summary>Speed in fp8 over that in bf16: the middle of 8 pairs of measurements on H100, 1.00 to 1.35 (MosaicML, torchtitan).</summary>
    public const double SpeedOf8Bits = 1.18;

    // Of all figures: MosaicML's 13B with 512 tokens on 8 A100.
    private const double Highest = 0.6268;

    // torchtitan's longest.
    private const int LongestSequence = 262_144;

    /// <summary>More than 8 devices: 46 runs that trained from scratch.</summary>
    /// <remarks>The size and the count weigh little against what else differs: 0.17 +- 0.10 and -0.07 +- 0.15 a decade.</remarks>
    public static UtilizationFit Clusters { get; } = new()
    {
        Level = -1.1570,
        Newer = -0.4424,
        PerDecadeOfSize = 0.1669,
        PerDecadeOfCount = -0.0693,
        Width = 0.6588,
        Sizes = (7.043e7, 5.4035e11),
        Counts = (16, 16_384),
        Figures = 46,
    };

    /// <summary>At most 8 devices: 89 measurements of MosaicML in bf16, two of torchtitan and 7 runs.</summary>
    public static UtilizationFit Node { get; } = new()
    {
        Level = -0.6144,
        Newer = -0.3328,
        PerDecadeOfSize = -0.0403,
        PerDecadeOfCount = 0,
        Width = 0.2100,
        Sizes = (6.92e7, 2.998e10),
        Counts = (Count, Count),
        Figures = 98,
    };

    /// <summary>How many published figures it is made from.</summary>
    public required int Figures { get; init; }

    /// <summary>Logarithm of the utilization of a model of 7B on A100, on a cluster 512 of them.</summary>
    public required double Level { get; init; }

    /// <summary>What Hopper and Blackwell add: their compute grew more than their memory and links.</summary>
    public required double Newer { get; init; }

    /// <summary>What ten times the size adds.</summary>
    public required double PerDecadeOfSize { get; init; }

    /// <summary>What ten times the devices add.</summary>
    public required double PerDecadeOfCount { get; init; }

    /// <summary>What each doubling of the sequence past 4,096 tokens adds, as measured on one node.</summary>
    public double PerDoublingOfLength { get; init; } = -0.1869;

    /// <summary>Half of the interval that holds 95 % of single figures.</summary>
    public required double Width { get; init; }

    /// <summary>The sizes of the figures; others take that of the nearer end.</summary>
    public required (double Low, double High) Sizes { get; init; }

    /// <summary>The counts of the figures; others take that of the nearer end.</summary>
    public required (double Low, double High) Counts { get; init; }

    /// <summary>The band at a size, a count and a length; it ends at the highest figure of all.</summary>
    public Band At(bool newer, double parameters, double devices, int sequenceLength)
    {
        var logarithm = Level + (newer ? Newer : 0)
            + (PerDecadeOfSize * Math.Log10(Between(parameters, Sizes) / Size))
            + (PerDecadeOfCount * Math.Log10(Between(devices, Counts) / Count))
            + (PerDoublingOfLength * Math.Log(Between(sequenceLength, (ShortSequence, LongestSequence)) / ShortSequence) / Math.Log(2));
        return new(Share(logarithm - Width), Share(logarithm), Share(logarithm + Width));
    }

    private static double Share(double logarithm) => Math.Min(Highest, Math.Exp(logarithm));

    private static double Between(double value, (double Low, double High) ends) => Math.Max(ends.Low, Math.Min(ends.High, value));
}
