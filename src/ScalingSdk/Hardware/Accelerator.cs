using System.Globalization;

namespace ScalingSdk.Hardware;

/// <summary>One accelerator: its dense peaks, memory and power. Own ones are made from their numbers.</summary>
/// <remarks>
/// Peaks are dense: vendors print sparse figures at twice these. GeForce peaks are with fp32 accumulation, at which
/// language models train; with fp16 accumulation vendors print twice that again.
/// </remarks>
public sealed record Accelerator
{
    /// <summary>The name that a spec writes: <c>H100-SXM</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Other names of the same device; spaces, dashes and case do not count.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Peak without matrix units at 32 bits, FLOP/s; null where there is none or none is published.</summary>
    public double? Fp32FlopsPerSecond { get; init; }

    /// <summary>Dense peak in TF32 (XF32), FLOP/s; null where there is none.</summary>
    public double? Tf32FlopsPerSecond { get; init; }

    /// <summary>Dense peak in fp16 with fp32 accumulation, FLOP/s; null where there is none.</summary>
    public double? Fp16FlopsPerSecond { get; init; }

    /// <summary>Dense peak in bf16, FLOP/s; null where there is none.</summary>
    public double? Bf16FlopsPerSecond { get; init; }

    /// <summary>Dense peak in fp8, FLOP/s; null where there is none.</summary>
    public double? Fp8FlopsPerSecond { get; init; }

    /// <summary>Dense peak in int8, operations/s; null where there is none.</summary>
    public double? Int8OperationsPerSecond { get; init; }

    /// <summary>Dense peak in fp4, FLOP/s; null where there is none.</summary>
    public double? Fp4FlopsPerSecond { get; init; }

    /// <summary>The best bf16 matrix multiplication that was measured, FLOP/s: no training run passes it. Null where none was.</summary>
    /// <remarks>MAMF, "maximum achievable matmul FLOPS", of Bekman's <i>Machine Learning Engineering</i>.</remarks>
    public double? AchievableBf16FlopsPerSecond { get; init; }

    /// <summary>The best fp8 matrix multiplication that was measured, FLOP/s; null where none was.</summary>
    public double? AchievableFp8FlopsPerSecond { get; init; }

    /// <summary>Device memory in bytes: the vendor's figure at 1e9 bytes a GB, which no device undercuts.</summary>
    public required double MemoryBytes { get; init; }

    /// <summary>Memory bandwidth in bytes/s; null where unknown.</summary>
    public double? BandwidthBytesPerSecond { get; init; }

    /// <summary>Board power in W as the vendor rates it (TPU: the measured maximum); null where unknown.</summary>
    public double? PowerWatts { get; init; }

    /// <summary>Where the figures were read.</summary>
    public required string Source { get; init; }

    /// <summary>What a reader of the figures should know; empty where there is nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>The dense peak at a precision in FLOP/s, or null where the device has none; <see cref="WhyNoPeak"/> says what it has.</summary>
    public double? PeakFlopsPerSecond(Precision precision) => precision switch
    {
        Precision.Fp32 => Fp32FlopsPerSecond,
        Precision.Tf32 => Tf32FlopsPerSecond,
        Precision.Fp16 => Fp16FlopsPerSecond,
        Precision.Bf16 => Bf16FlopsPerSecond,
        Precision.Fp8 => Fp8FlopsPerSecond,
        Precision.Int8 => Int8OperationsPerSecond,
        Precision.Fp4 => Fp4FlopsPerSecond,
        _ => throw new ArgumentOutOfRangeException(nameof(precision)),
    };

    /// <summary>The best measured share of the peak at a precision (0.80 for bf16 on H100-SXM), or null where none was measured.</summary>
    public double? AchievableUtilization(Precision precision) => precision switch
    {
        Precision.Bf16 => AchievableBf16FlopsPerSecond / Bf16FlopsPerSecond,
        Precision.Fp8 => AchievableFp8FlopsPerSecond / Fp8FlopsPerSecond,
        _ => null,
    };

    /// <summary>False where the vendor publishes no peak at any precision: such a device is known by its memory alone.</summary>
    internal bool HasPeak => Precisions.All.Any(precision => PeakFlopsPerSecond(precision) is not null);

    /// <summary>Why there is no peak at a precision, with the precisions that have one, as a clause; null where there is a peak.</summary>
    public string? WhyNoPeak(Precision precision)
    {
        if (PeakFlopsPerSecond(precision) is not null)
            return null;
        if (!HasPeak)
            return $"'{Id}' is known by its memory alone";
        var known = Precisions.All.Where(other => PeakFlopsPerSecond(other) is not null).Select(Describe);
        return $"'{Id}' has no dense '{precision.Name()}' figure; it has {string.Join(", ", known)}";
    }

    private string Describe(Precision precision) => string.Format(
        CultureInfo.InvariantCulture, "'{0}' ({1:0.#} TFLOP/s)", precision.Name(), PeakFlopsPerSecond(precision) / 1e12);
}
