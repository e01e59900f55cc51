namespace ScalingSdk.Hardware.Memory;

/// <summary>An optimizer, by what it keeps for each parameter.</summary>
public enum Optimizer
{
    /// <summary>Adam or AdamW: two moments.</summary>
    AdamW,

    /// <summary>AdamW with both moments in 8 bits (Dettmers et al. 2022).</summary>
    AdamW8Bit,

    /// <summary>SGD with momentum: one buffer.</summary>
    SgdMomentum,

    /// <summary>Lion: one momentum (Chen et al. 2023).</summary>
    Lion,

    /// <summary>Adafactor with momentum: one buffer; the factored second moment, one row and one column, is not counted.</summary>
    Adafactor,

    /// <summary>Muon: one momentum for the matrices of the layers, AdamW for everything else (Liu et al. 2025, arXiv 2502.16982).</summary>
    Muon,

    /// <summary>Shampoo: momentum, and for each matrix the statistics of both sides with their inverse roots (Gupta et al. 2018, arXiv 1802.09568).</summary>
    Shampoo,

    /// <summary>SOAP: Adam's two moments in the basis of Shampoo's statistics, which are kept beside it (Vyas et al. 2024, arXiv 2409.11321).</summary>
    Soap,
}

/// <summary>The bytes of optimizer states.</summary>
internal static class OptimizerStates
{
    /// <summary>The optimizer of a name, or null: <c>adamw</c>, <c>adam-8bit</c>, <c>sgd-momentum</c>, <c>lion</c>, <c>adafactor</c>, <c>muon</c>.</summary>
    public static Optimizer? Find(string name) => name.Trim().Replace('_', '-').ToUpperInvariant() switch
    {
        "ADAM" or "ADAMW" or "FUSED-ADAM" or "ADAMW-TORCH" or "ADAMW-TORCH-FUSED" => Optimizer.AdamW,
        "ADAM-8BIT" or "ADAMW-8BIT" or "ADAM8BIT" or "ADAMW8BIT" => Optimizer.AdamW8Bit,
        "SGD" or "SGD-MOMENTUM" => Optimizer.SgdMomentum,
        "LION" => Optimizer.Lion,
        "ADAFACTOR" => Optimizer.Adafactor,
        "MUON" => Optimizer.Muon,
        "SHAMPOO" => Optimizer.Shampoo,
        "SOAP" => Optimizer.Soap,
        _ => null,
    };

    /// <summary>The names that a spec writes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["adamw", "adam-8bit", "sgd-momentum", "lion", "adafactor", "muon", "shampoo", "soap"];

    /// <summary>Bytes of the states of each parameter.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="elementBytes">Bytes of one state: 4, or 2 where everything is in bf16; 8-bit states have 1 in any case.</param>
    /// <param name="matrixShare">The share of parameters in matrices of layers, 0 to 1: what Muon keeps one buffer for.</param>
    public static double BytesPerParameter(Optimizer optimizer, double elementBytes, double matrixShare) => optimizer switch
    {
        Optimizer.AdamW => 2 * elementBytes,
        Optimizer.AdamW8Bit => 2,
        Optimizer.SgdMomentum or Optimizer.Lion or Optimizer.Adafactor => elementBytes,
        Optimizer.Muon => (2 - matrixShare) * elementBytes,

        // Two statistics and two roots or bases of m x m and n x n beside a matrix of m x n: four times its size where it is square.
        Optimizer.Shampoo => (1 + (4 * matrixShare)) * elementBytes,
        Optimizer.Soap => (2 + (4 * matrixShare)) * elementBytes,
        _ => throw new ArgumentOutOfRangeException(nameof(optimizer)),
    };
}
