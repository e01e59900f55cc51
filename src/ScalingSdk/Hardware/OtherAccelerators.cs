using static ScalingSdk.Hardware.AcceleratorRow;

namespace ScalingSdk.Hardware;

/// <summary>The accelerators of AMD, Google, Amazon, Intel and Apple.</summary>
internal static class OtherAccelerators
{
    private const string Bekman = "Bekman, Machine Learning Engineering (vendor pages)";
    private const string AppleNews = "Apple's announcement of the chip";
    private const string LargestMemory = "memory alone, the largest that it is sold with; yours is 'hardware.memory'";
    private const string GoogleDocs = "Google's Cloud TPU documentation";

    public static IReadOnlyList<Accelerator> Amd { get; } =
    [
        Of("MI250X", [], 128, 3.28, Bekman, 560,
            "the board of two dies; a process sees one die, half of everything", fp32: 47.9, fp16: 383, bf16: 383, int8: 383),
        Of("MI300X", [], 192, 5.3, Bekman, 750, "often rounded to 1,300",
            fp32: 163.4, tf32: 653.7, fp16: 1307.4, bf16: 1307.4, fp8: 2614.9, int8: 2614.9, achievableBf16: 668.4),
        Of("MI325X", [], 256, 6.0, Bekman, 1000,
            fp32: 163.4, tf32: 653.7, fp16: 1307.4, bf16: 1307.4, fp8: 2614.9, int8: 2614.9, achievableBf16: 784.9),
        Of("MI355X", [], 288, 8.0, Bekman, 1400, "2,516.6 by clock", fp16: 2500, bf16: 2500, fp8: 5000, int8: 5000, fp4: 10100),
        Of("MI210", [], 64, 1.638, "AMD's table of the series, 2022, as AnandTech prints it", 300,
            fp32: 22.6, fp16: 181, bf16: 181, int8: 181),
        Of("MI350X", [], 288, 8.0, "AMD at Hot Chips 2025: MI355X at 2.2 in place of 2.4 GHz", 1000,
            fp32: 144.2, fp16: 2306.9, bf16: 2306.9, fp8: 4613.7, int8: 4613.7, fp4: 9227.5),
    ];

    public static IReadOnlyList<Accelerator> Tpu { get; } =
    [
        Of("TPU-v2", [], 16, 0.7, "arXiv 1907.10701", note: "per chip", bf16: 45),
        Of("TPU-v3", [], 32, 0.9, GoogleDocs, 262,
            "per chip; a JAX device is half a chip; power is the measured maximum of 262 W, mean 220 W", bf16: 123),
        Of("TPU-v4", [], 32, 1.2, GoogleDocs, 192, "per chip; power is the measured maximum of 192 W, mean 170 W", bf16: 275, int8: 275),
        Of("TPU-v5e", ["TPU-v5litepod", "TPU-v5lite"], 16, 0.819, Bekman, bf16: 197, int8: 394),
        Of("TPU-v5p", [], 95, 2.765, Bekman, bf16: 459, int8: 918),
        Of("TPU-v6e", ["Trillium"], 32, 1.638, GoogleDocs, note: "fp16 as Bekman lists it", fp16: 918, bf16: 918, fp8: 918, int8: 1836),
        Of("TPU-v7x", ["Ironwood"], 192, 7.38, GoogleDocs, note: "per chip of two devices; its 192 are GiB; fp16 as Bekman lists it", fp16: 2307, bf16: 2307, fp8: 4614),
    ];

    public static IReadOnlyList<Accelerator> Aws { get; } =
    [
        Of("Trainium2", ["Trn2"], 96, 2.9, "AWS Neuron documentation, Trainium2 architecture", note: "per chip of eight cores; its 96 are GiB",
            fp32: 181, tf32: 667, fp16: 667, bf16: 667, fp8: 1299),
        Of("Trainium3", ["Trn3"], 144, 4.9, "AWS Neuron documentation, Trainium3 architecture", note: "per chip of eight cores; its 144 are GiB",
            fp32: 183, tf32: 671, fp16: 671, bf16: 671, fp8: 2517, fp4: 2517),
    ];

    public static IReadOnlyList<Accelerator> Intel { get; } =
    [
        Of("Gaudi-3", ["HL-325L"], 128, 3.67, "Intel at Hot Chips 2024", 900, "the vendor prints one figure for bf16 and fp8",
            bf16: 1835, fp8: 1835),
    ];

    // Apple publishes no figure of matrix units: what fits can be computed, and no time.
    public static IReadOnlyList<Accelerator> Apple { get; } =
    [
        Of("M1-Max", [], 64, 0.4, AppleNews, note: LargestMemory),
        Of("M1-Ultra", [], 128, 0.8, AppleNews, note: LargestMemory),
        Of("M2-Max", [], 96, 0.4, AppleNews, note: LargestMemory),
        Of("M2-Ultra", [], 192, 0.8, AppleNews, note: LargestMemory),
        Of("M3-Ultra", [], 512, 0.819, AppleNews, note: LargestMemory),
        Of("M4-Pro", [], 64, 0.273, AppleNews, note: LargestMemory),
        Of("M4-Max", [], 128, 0.546, AppleNews, note: LargestMemory),
    ];
}
