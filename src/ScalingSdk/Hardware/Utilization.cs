namespace ScalingSdk.Hardware;

/// <summary>Model FLOPs utilization (MFU): the share of the dense peak that goes into the model's own FLOPs.</summary>
/// <remarks>Chowdhery et al. 2022 (PaLM), appendix B. Two MFUs compare only under one convention of FLOPs and one peak.</remarks>
internal static class Utilization
{
    /// <summary>MFU of a measured throughput: FLOPs per token (forward and backward) x tokens/s of one device / peak FLOP/s of one device.</summary>
    public static double OfThroughput(double flopsPerToken, double tokensPerSecondPerDevice, double peakFlopsPerSecond) =>
        flopsPerToken * tokensPerSecondPerDevice / peakFlopsPerSecond;

    /// <summary>MFU of a whole run: its FLOPs / (device-hours x 3600 s x peak FLOP/s of one device).</summary>
    public static double OfRun(double flops, double deviceHours, double peakFlopsPerSecond) =>
        flops / (deviceHours * 3600 * peakFlopsPerSecond);
}

/// <summary>Which FLOPs a utilization counts. A time comes out right only if the FLOPs are counted the same way.</summary>
public enum UtilizationConvention
{
    /// <summary>6 N D, N the active parameters with embeddings: where the model's shape is not known.</summary>
    SixND,

    /// <summary>Every matrix product, attention's causal half, the output head once: wherever the shape is known.</summary>
    ExactCausal,
}
