namespace ScalingSdk.Hardware;

/// <summary>How the tables write an accelerator: TFLOP/s, GB, TB/s and W, as data sheets do.</summary>
internal static class AcceleratorRow
{
    public static Accelerator Of(
        string id, string[] aliases, double memory, double bandwidth, string source, double? power = null, string note = "",
        double? fp32 = null, double? tf32 = null, double? fp16 = null, double? bf16 = null, double? fp8 = null,
        double? int8 = null, double? fp4 = null, double? achievableBf16 = null, double? achievableFp8 = null) => new()
        {
            Id = id,
            Aliases = aliases,
            Fp32FlopsPerSecond = fp32 * Tera,
            Tf32FlopsPerSecond = tf32 * Tera,
            Fp16FlopsPerSecond = fp16 * Tera,
            Bf16FlopsPerSecond = bf16 * Tera,
            Fp8FlopsPerSecond = fp8 * Tera,
            Int8OperationsPerSecond = int8 * Tera,
            Fp4FlopsPerSecond = fp4 * Tera,
            AchievableBf16FlopsPerSecond = achievableBf16 * Tera,
            AchievableFp8FlopsPerSecond = achievableFp8 * Tera,
            MemoryBytes = memory * 1e9,
            BandwidthBytesPerSecond = bandwidth * Tera,
            PowerWatts = power,
            Source = source,
            Note = note,
        };

    private const double Tera = 1e12;
}
