namespace ScalingSdk.Hardware;

/// <summary>Training runs whose device-hours were published, with the figures that the sources print.</summary>
internal static class PublishedRuns
{
    private static readonly Accelerator A100Of40 = Known("A100-SXM-40GB");
    private static readonly Accelerator A100 = Known("A100-SXM-80GB");
    private static readonly Accelerator H100 = Known("H100-SXM");
    private static readonly Accelerator H800 = Known("H800-SXM");
    private static readonly Accelerator Gh200 = Known("GH200");
    private static readonly Accelerator B200 = Known("B200-SXM");
    private static readonly Accelerator B300 = Known("B300-SXM");
    private static readonly Accelerator Mi250X = Known("MI250X");
    private static readonly Accelerator L40S = Known("L40S");
    private static readonly Accelerator TpuV3 = Known("TPU-v3");
    private static readonly Accelerator TpuV4 = Known("TPU-v4");

    /// <summary>Every run, by family.</summary>
    public static IReadOnlyList<PublishedRun> All { get; } =
    [
        Run("LLaMA 7B", 6_738_415_616, 1e12, A100, 82_432, "LLaMA paper, Table 15"),
        Run("LLaMA 13B", 13_015_864_320, 1e12, A100, 135_168, "LLaMA paper, Table 15"),
        Run("LLaMA 33B", 32_528_943_616, 1.4e12, A100, 530_432, "LLaMA paper, Table 15"),
        Run("LLaMA 65B", 65_285_660_672, 1.4e12, A100, 1_022_362, "LLaMA paper, Table 15", devices: 2_048),
        Run("Llama 2 7B", 6_738_415_616, 2e12, A100, 184_320, "Llama 2 model card"),
        Run("Llama 2 13B", 13_015_864_320, 2e12, A100, 368_640, "Llama 2 model card"),
        Run("Llama 2 34B", 3.4e10, 2e12, A100, 1_038_336, "Llama 2 paper, Table 2"),
        Run("Llama 2 70B", 68_976_648_192, 2e12, A100, 1_720_320, "Llama 2 model card"),
        Run("Llama 3 8B", 8_030_261_248, 1.5e13, H100, 1_300_000, "Llama 3 model card (more than 15T tokens)"),
        Run("Llama 3 70B", 70_553_706_496, 1.5e13, H100, 6_400_000, "Llama 3 model card (more than 15T tokens)"),
        Run("Llama 3.1 8B", 8_030_261_248, 1.5e13, H100, 1_460_000, "Llama 3.1 model card (more than 15T tokens)"),
        Run("Llama 3.1 70B", 70_553_706_496, 1.5e13, H100, 7_000_000, "Llama 3.1 model card (more than 15T tokens)"),
        Run("Llama 3.1 405B", 405_853_388_800, 1.56e13, H100, 30_840_000, "Llama 3.1 model card; Llama 3 paper", devices: 16_384),
        Run("Llama 3.2 1B", 1_235_814_400, 9e12, H100, 370_000, "Llama 3.2 model card (up to 9T tokens; pruned and distilled)", fromScratch: false),
        Run("Llama 3.2 3B", 3_212_749_824, 9e12, H100, 460_000, "Llama 3.2 model card (up to 9T tokens; pruned and distilled)", fromScratch: false),
        Run("Llama 4 Scout", 1.7e10, 4e13, H100, 5_000_000, "Llama 4 model card (about 40T tokens; 17B active)"),
        Run("Llama 4 Maverick", 1.7e10, 2.2e13, H100, 2_380_000, "Llama 4 model card (about 22T tokens; 17B active)"),
        Run("OPT-175B", 174_604_468_224, 1.8e11, A100, 809_472, "LLaMA paper, Table 15 (34 days x 992)", HoursKind.Estimated, devices: 992),
        Run("BLOOM 176B", 176_247_271_424, 3.66e11, A100, 1_082_990, "BLOOM paper 3.4.1; Luccioni et al., Table 1 (the LLaMA paper prints 1,082,880)", devices: 384),
        Run("Pythia 70M", 70_426_624, 299_892_736_000, A100Of40, 510, "Pythia paper, Table 5", devices: 32),
        Run("Pythia 160M", 162_322_944, 299_892_736_000, A100Of40, 1_030, "Pythia paper, Table 5", devices: 32),
        Run("Pythia 410M", 405_334_016, 299_892_736_000, A100Of40, 2_540, "Pythia paper, Table 5", devices: 32),
        Run("Pythia 1B", 1_011_781_632, 299_892_736_000, A100Of40, 4_830, "Pythia paper, Table 5", devices: 64),
        Run("Pythia 1.4B", 1_414_647_808, 299_892_736_000, A100Of40, 7_120, "Pythia paper, Table 5", devices: 64),
        Run("Pythia 2.8B", 2_775_208_960, 299_892_736_000, A100Of40, 14_240, "Pythia paper, Table 5", devices: 64),
        Run("Pythia 6.9B", 6_857_302_016, 299_892_736_000, A100Of40, 33_500, "Pythia paper, Table 5", devices: 128),
        Run("Pythia 12B", 11_846_072_320, 299_892_736_000, A100Of40, 72_300, "Pythia paper, Table 5", devices: 256),
        Run("TinyLlama 1.1B", 1_100_048_384, 3e11, A100Of40, 3_456, "TinyLlama readme (300B tokens of 3T)", devices: 16),
        Run("MPT-7B", 6.7e9, 1e12, A100Of40, 100_320, "MPT-7B announcement (440 x 9.5 days)", HoursKind.Derived, devices: 440),
        Run("Falcon 180B", 178_557_088_768, 3.5e12, A100Of40, 7_000_000, "Falcon 180B announcement", HoursKind.Approximate, devices: 4_096),
        Run("StarCoderBase 15.5B", 1.55e10, 1e12, A100, 320_256, "StarCoder paper 5.7", devices: 512),
        Run("BloombergGPT 50B", 5.06e10, 5.69e11, A100, 651_264, "BloombergGPT paper, Table 4 (512 x 53 days)", HoursKind.Derived, devices: 512),
        Run("GLM-130B", 1.3e11, 4e11, A100, 1_105_920, "GLM-130B paper (768 x 60 days)", HoursKind.UpperBound, devices: 768),
        Run("SmolLM3 3B", 3_075_098_624, 1.12e13, H100, 221_184, "SmolLM3 announcement (384 x 24 days)", HoursKind.Derived, devices: 384),
        Run("PaLM 540B", 5.4035e11, 7.8e11, TpuV4, 8_404_992, "PaLM paper, appendix B", HoursKind.Derived, devices: 6_144),
        Run("Gopher 280B", 2.8e11, 3e11, TpuV3, 3_768_320, "Gopher paper, p. 103 (4096 x 920 h)", HoursKind.Derived, devices: 4_096),
        Run("DeepSeek-V3", 3.67e10, 1.48e13, H800, 2_664_000, "DeepSeek-V3 technical report (pre-training in fp8; 37B active)", devices: 2_048),

        // On one node, in 2024: steps x the time of one, as the scripts print both.
        OneNode("GPT-2 124M in llm.c", 124_439_808, 18_865, 524_288, A100, 0.3, 1_024, 797_870_592, "karpathy/llm.c scripts/run_gpt2_124M.sh"),
        OneNode("GPT-2 350M in llm.c", 354_823_168, 60_000, 524_288, A100, 0.82, 1_024, 2_271_860_736, "karpathy/llm.c scripts/run_gpt2_350M.sh"),
        OneNode("GPT-2 774M in llm.c", 774_030_080, 286_102, 524_288, A100, 1.7, 1_024, 4_916_098_560, "karpathy/llm.c scripts/run_gpt2_774M.sh"),
        OneNode("GPT-2 1558M in llm.c", 1_557_611_200, 32_000, 1_048_576, H100, 2.8, 1_024, 9_802_147_200, "karpathy/llm.c scripts/run_gpt2_1558M.sh"),

        // Of 2025 and 2026.
        Run("Phi-4-mini", 3_836_021_760, 5e12, A100, 258_048, "Phi-4-mini model card (512 x 21 days)", HoursKind.Derived, devices: 512),
        Run("dots.llm1", 1.4e10, 1.12e13, H800, 1_456_000, "Epoch AI's notes on arXiv 2506.05767 (14B active); that the devices are H800 is its assumption", HoursKind.Quoted),
        Run("Apertus 70B", 70_599_864_480, 1.5e13, Gh200, 8_847_360, "Apertus technical report, arXiv 2509.14233 (about 90 days on 4,096, overheads included)", HoursKind.Approximate, devices: 4_096),
        Run("Olmo 3 7B", 7_298_011_136, 5.93e12, H100, 234_000, "Ai2's Olmo 3 team, quoted in muxup/muxup-site (2025-12-01): about 234k hours, restarts included", HoursKind.Quoted, devices: 512),
        Run("Olmo 3 32B", 32_233_522_176, 5.5e12, H100, 1_050_000, "Ai2's Olmo 3 team, quoted in muxup/muxup-site (2025-12-01): about 1.05M hours, restarts included", HoursKind.Quoted),
        Run("OpenEuroLLM 2B", 2.15e9, 4e12, Mi250X, 165_000, "openeurollm/datamix-2b-90-10 model card (64 nodes of LUMI, which bills boards)", devices: 256),
        Run("Trinity Large", 1.3e10, 1.7e13, B300, 1_622_016, "Trinity Large announcement (13B active; 2,048 x 33 days)", HoursKind.Derived, devices: 2_048),
        Run("SmolLM2 135M", 134_515_008, 2e12, H100, 5_000, "HuggingFaceTB/SmolLM2-1.7B-Instruct, discussion 20; devices: model card", HoursKind.Approximate, devices: 64),
        Run("SmolLM2 360M", 361_821_120, 4e12, H100, 20_000, "HuggingFaceTB/SmolLM2-1.7B-Instruct, discussion 20; devices: model card", HoursKind.Approximate, devices: 128),
        Run("SmolLM2 1.7B", 1_711_376_384, 1.1e13, H100, 140_000, "HuggingFaceTB/SmolLM2-1.7B-Instruct, discussion 20; devices: model card", HoursKind.Approximate, devices: 256),
        Run("Olmo Hybrid 7B", 7_430_870_688, 3e12, B200, 76_063, "Lambda's page of Olmo Hybrid 7B (2026): 512 x 6.19 days for about 3T tokens", HoursKind.Derived, devices: 512),
        Run("nanochat d24", 729_808_896, 8_757_706_752, H100, 24.332, "karpathy/nanochat dev/LEADERBOARD.md, run 1 (2026-01-29): 10,949 s", devices: 8) with { FlopsPerToken = 4.66198e9, SequenceLength = 2_048 },
        OneNode("nanochat d32", 1_744_830_464, 71_680, 524_288, H100, 1.574, 2_048, 1.127430e10, "karpathy/nanochat run1000.sh: 71,680 steps of 1.574 s"),
        Run("SmolLM2-70M", 6.92e7, 3.06e10, L40S, 77.76, "codelion/SmolLM2-70M model card", devices: 1) with { FlopsPerToken = 1.01917e9, SequenceLength = 8_192 },
    ];

    private static Accelerator Known(string id) => AcceleratorCatalog.Find(id)!;

    private static PublishedRun OneNode(
        string name, double parameters, double steps, double tokensPerStep, Accelerator accelerator, double secondsPerStep, int sequenceLength, double flopsPerToken, string source) =>
        Run(name, parameters, steps * tokensPerStep, accelerator, 8 * steps * secondsPerStep / 3_600, source, HoursKind.Derived, devices: 8) with
        {
            FlopsPerToken = flopsPerToken,
            SequenceLength = sequenceLength,
        };

    private static PublishedRun Run(
        string name, double parameters, double tokens, Accelerator accelerator, double hours, string source,
        HoursKind kind = HoursKind.Reported, int? devices = null, bool fromScratch = true) => new()
        {
            Name = name,
            Parameters = parameters,
            Tokens = tokens,
            Accelerator = accelerator,
            DeviceHours = hours,
            Source = source,
            Kind = kind,
            Devices = devices,
            FromScratch = fromScratch,
        };
}
