namespace ScalingSdk.Models.Flops;

/// <summary>Every convention, the exact counts first.</summary>
internal static class FlopsConventions
{
    /// <summary>All matrix products, attention's causal half.</summary>
    public static FlopsConvention ExactCausal { get; } = new ExactMatmul(AttentionMask.Causal);

    /// <summary>All matrix products, attention's whole square.</summary>
    public static FlopsConvention ExactFull { get; } = new ExactMatmul(AttentionMask.Full);

    /// <summary>6 N.</summary>
    public static FlopsConvention SixN { get; } = new SixN();

    /// <summary>8 N, with the activations computed twice.</summary>
    public static FlopsConvention EightN { get; } = new EightN();

    /// <summary>Kaplan et al. 2020, Table 1.</summary>
    public static FlopsConvention Kaplan { get; } = new KaplanTable1();

    /// <summary>Chowdhery et al. 2022, appendix B.</summary>
    public static FlopsConvention Palm { get; } = new PalmAppendixB();

    /// <summary>Hoffmann et al. 2022, appendix F, as printed.</summary>
    public static FlopsConvention Chinchilla { get; } = new ChinchillaAppendixF(withVocabulary: true);

    /// <summary>Hoffmann et al. 2022, appendix F without embedding and logits: what Table A4 shows.</summary>
    public static FlopsConvention ChinchillaTableA4 { get; } = new ChinchillaAppendixF(withVocabulary: false);

    /// <summary>DeepSeek-AI 2024: M.</summary>
    public static FlopsConvention DeepSeekM { get; } = new DeepSeekM();

    /// <summary>Narayanan et al. 2021, eq. 3.</summary>
    public static FlopsConvention Megatron { get; } = new Megatron();

    /// <summary>Korthikanti et al. 2022, model FLOPs.</summary>
    public static FlopsConvention KorthikantiModel { get; } = new Korthikanti(hardware: false);

    /// <summary>Korthikanti et al. 2022, hardware FLOPs under selective recomputation.</summary>
    public static FlopsConvention KorthikantiHardware { get; } = new Korthikanti(hardware: true);

    /// <summary>The count of verl's throughput meter.</summary>
    public static FlopsConvention Verl { get; } = new Verl();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FlopsConvention> All { get; } =
    [
        ExactCausal, ExactFull, SixN, EightN, Kaplan, Palm, Chinchilla, ChinchillaTableA4, DeepSeekM, Megatron, KorthikantiModel,
        KorthikantiHardware, Verl,
    ];
}
