using static ScalingSdk.Hardware.AcceleratorRow;

namespace ScalingSdk.Hardware;

/// <summary>NVIDIA's accelerators.</summary>
internal static class NvidiaAccelerators
{
    // Bekman, Machine Learning Engineering, "Accelerators": cites the vendor's page of each, and measures the achievable peaks.
    private const string Bekman = "Bekman, Machine Learning Engineering (vendor pages)";
    private const string Levanter = "Levanter's table of peaks (data sheets)";
    private const string ByClock = "tensor cores x clock x 2";
    private const string VendorClock = "NVIDIA's cores, clock and memory; " + ByClock;
    private const string Reseller = "NVIDIA's data sheet, as resellers print it";

    public static IReadOnlyList<Accelerator> DataCenter { get; } =
    [
        Of("V100-SXM2", ["V100", "V100-SXM", "V100-SXM2-32GB", "V100-32GB", "Tesla V100-SXM2-32GB"], 32, 0.9, $"{Levanter}; {ByClock}", 300,
            "no bf16 and no tf32; the 16 GB variant is the same otherwise", fp32: 15.7, fp16: 125),
        Of("V100-PCIe", ["V100-PCIe-32GB", "Tesla V100-PCIe-32GB"], 32, 0.9, Levanter, 250, "no bf16 and no tf32", fp32: 14, fp16: 112),
        Of("A100-SXM-40GB", ["A100-40GB", "A100-SXM4-40GB"], 40, 1.555, $"{Bekman}; {ByClock}", 400,
            fp32: 19.5, tf32: 156, fp16: 312, bf16: 312, int8: 624, achievableBf16: 271.2),
        Of("A100-SXM-80GB", ["A100", "A100-SXM", "A100-80GB", "A100-SXM4-80GB"], 80, 2.039, Bekman, 400,
            fp32: 19.5, tf32: 156, fp16: 312, bf16: 312, int8: 624, achievableBf16: 271.2),
        Of("A100-PCIe-80GB", ["A100-PCIe", "A100 80GB PCIe"], 80, 1.935, Bekman, 300,
            fp32: 19.5, tf32: 156, fp16: 312, bf16: 312, int8: 624, achievableBf16: 252.9),
        Of("H100-SXM", ["H100", "H100-SXM5", "H100-80GB", "H100-SXM-80GB", "H100-80GB-HBM3"], 80, 3.35, $"{Bekman}; {ByClock}", 700,
            "the vendor prints 1,979 (bf16) and 3,958 (fp8), with sparsity",
            fp32: 67, tf32: 494.7, fp16: 989.4, bf16: 989.4, fp8: 1978.9, int8: 1978.9, achievableBf16: 794.5, achievableFp8: 1402.6),
        Of("H100-PCIe", ["H100-PCIe-80GB"], 80, 2.0, $"{Bekman}; {ByClock}", 350, "power rated 300 to 350 W",
            fp32: 51, tf32: 378, fp16: 756, bf16: 756, fp8: 1513, int8: 1513),
        Of("H800-SXM", ["H800"], 80, 3.35, "the compute of H100-SXM (DeepSeek-V3 technical report)", 700, "NVLink at 400 GB/s",
            fp32: 67, tf32: 494.7, fp16: 989.4, bf16: 989.4, fp8: 1978.9, int8: 1978.9),
        Of("H200-SXM", ["H200", "H200-141GB"], 141, 4.8, Bekman, 700,
            fp32: 67, tf32: 494.7, fp16: 989.4, bf16: 989.4, fp8: 1978.9, int8: 1978.9),
        Of("GH200", ["GH200-96GB", "GH200-480GB"], 96, 4.0, Bekman, note: "the variant of 141 GB has 4.8 TB/s; its achievable peaks are given",
            fp32: 67, tf32: 494.7, fp16: 989.4, bf16: 989.4, fp8: 1978.9, int8: 1978.9, achievableBf16: 828.6, achievableFp8: 1535),
        Of("B200-SXM", ["B200"], 180, 8.0, Bekman, 1000, "192 GB on some boards",
            fp32: 80, tf32: 1125, fp16: 2250, bf16: 2250, fp8: 4500, int8: 4500, fp4: 9000, achievableBf16: 1745),
        Of("GB200", [], 186, 8.0, Bekman, 1200, "per GPU; a superchip has two",
            fp32: 80, tf32: 1250, fp16: 2500, bf16: 2500, fp8: 5000, int8: 5000, fp4: 10000),
        Of("B300-SXM", ["B300"], 288, 8.0, Bekman, 1400, "memory by NVIDIA's release notes of NIM; power by lists that agree, with no public data sheet",
            tf32: 1125, fp16: 2250, bf16: 2250, fp8: 4500, fp4: 12600),
        Of("L4", [], 24, 0.3, $"Ada whitepaper 2.01; {ByClock}", 72, fp32: 30.3, tf32: 60.5, fp16: 121, bf16: 121, fp8: 242.5, int8: 242.5),
        Of("L40S", [], 48, 0.864, $"{Bekman}; {ByClock}", 350, fp32: 91.6, tf32: 183, fp16: 362, bf16: 362, fp8: 733, int8: 733),
        Of("A10G", [], 24, 0.6, "llm-analysis's table of devices", 150, "lists that print 125 mean the A10", tf32: 35, fp16: 70, bf16: 70, int8: 140),
        Of("T4", ["Tesla T4"], 16, 0.32, Levanter, 70, "no bf16 and no tf32", fp32: 8.1, fp16: 65, int8: 130),
        Of("RTX-A6000", ["A6000"], 48, 0.768, VendorClock, 300, "sparse figures are twice these",
            fp32: 38.7, tf32: 77.4, fp16: 154.8, bf16: 154.8, int8: 309.7),
        Of("A40", [], 48, 0.696, Reseller, 300, "sparse figures are twice these",
            fp32: 37.4, tf32: 74.8, fp16: 149.7, bf16: 149.7, int8: 299.3),
        Of("A800-SXM-80GB", ["A800", "A800-SXM4-80GB"], 80, 2.039, "the compute and memory of A100-SXM-80GB; its links between devices are slower", 400,
            fp32: 19.5, tf32: 156, fp16: 312, bf16: 312, int8: 624),
        Of("L40", [], 48, 0.864, Reseller, 300, "half of what its cores and clock give; sparse figures are twice these",
            fp32: 90.5, tf32: 90.5, fp16: 181, bf16: 181, fp8: 362, int8: 362),
        Of("RTX-6000-Ada", ["RTX 6000 Ada Generation"], 48, 0.96, VendorClock, 300,
            fp32: 91.1, tf32: 182.1, fp16: 364.2, bf16: 364.2, fp8: 728.5, int8: 728.5),
        Of("RTX-PRO-6000", ["RTX PRO 6000 Blackwell", "RTX PRO 6000 Blackwell Workstation Edition", "RTX PRO 6000 Blackwell Server Edition"], 96, 1.792, VendorClock, 600, "the vendor's 4,000 is sparse fp4",
            fp32: 125, tf32: 251.9, fp16: 503.8, bf16: 503.8, fp8: 1007.6, int8: 1007.6, fp4: 2015.2),
        Of("H20-SXM", ["H20"], 96, 4.0, "lists of its figures that agree; no data sheet is public", 400,
            fp32: 44, tf32: 74, fp16: 148, bf16: 148, fp8: 296, int8: 296),
        Of("GB300", [], 279, 8.0, "NVIDIA's figures of a GB300 NVL72 over 72, as Verda prints them", 1400, "per GPU; a superchip has two",
            tf32: 1250, fp16: 2500, bf16: 2500, fp8: 5000, fp4: 15000),
    ];

    public static IReadOnlyList<Accelerator> GeForce { get; } =
    [
        Of("RTX-3090", ["GeForce RTX 3090", "3090"], 24, 0.936, $"GA102 whitepaper; {ByClock}", 350,
            "142.3 with fp16 accumulation; sparse figures are twice that", fp32: 35.6, tf32: 35.6, fp16: 71.2, bf16: 71.2, int8: 284),
        Of("RTX-4090", ["GeForce RTX 4090", "4090"], 24, 1.008, $"Ada whitepaper; {ByClock}", 450,
            "330.3 with fp16 accumulation; 1,321 is sparse fp8", fp32: 82.6, tf32: 82.6, fp16: 165.2, bf16: 165.2, fp8: 330.3, int8: 660.6),
        Of("RTX-5090", ["GeForce RTX 5090", "5090"], 32, 1.792, ByClock, 575,
            "the vendor's 838 is sparse with fp16 accumulation, four times this",
            fp32: 104.8, tf32: 104.8, fp16: 209.5, bf16: 209.5, fp8: 419, int8: 838, fp4: 1676),
        Of("RTX-3080", ["GeForce RTX 3080", "3080"], 10, 0.76, VendorClock, 320, "59.5 is with fp32 accumulation; the variant of 12 GB is another device",
            fp32: 29.8, tf32: 29.8, fp16: 59.5, bf16: 59.5, int8: 238),
        Of("RTX-4080", ["GeForce RTX 4080", "4080"], 16, 0.717, VendorClock, 320, "194.9 with fp16 accumulation",
            fp32: 48.7, tf32: 48.7, fp16: 97.5, bf16: 97.5, fp8: 194.9, int8: 389.9),
        Of("RTX-5080", ["GeForce RTX 5080", "5080"], 16, 0.96, VendorClock, 360, "225.1 with fp16 accumulation",
            fp32: 56.3, tf32: 56.3, fp16: 112.6, bf16: 112.6, fp8: 225.1, int8: 450.2, fp4: 900.4),
    ];
}
