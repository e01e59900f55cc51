namespace ScalingSdk.Hardware;

/// <summary>The number format of a matrix multiplication, by which an accelerator's peak is chosen.</summary>
public enum Precision
{
    /// <summary>32-bit floats outside the matrix units.</summary>
    Fp32,

    /// <summary>32-bit storage, 10-bit mantissa inside the matrix unit (NVIDIA TF32, AMD XF32).</summary>
    Tf32,

    /// <summary>IEEE half precision, accumulated in fp32.</summary>
    Fp16,

    /// <summary>bfloat16, accumulated in fp32: what most language models are trained in.</summary>
    Bf16,

    /// <summary>8-bit floats (E4M3, E5M2).</summary>
    Fp8,

    /// <summary>8-bit integers: operations per second, not floating-point ones.</summary>
#pragma warning disable CA1720 // the format is called so
    Int8,
#pragma warning restore CA1720

    /// <summary>4-bit floats with block scales.</summary>
    Fp4,
}

/// <summary>The names of precisions as a spec writes them.</summary>
internal static class Precisions
{
    /// <summary>Every precision, in the order of its bits.</summary>
    public static IReadOnlyList<Precision> All { get; } =
        [Precision.Fp32, Precision.Tf32, Precision.Fp16, Precision.Bf16, Precision.Fp8, Precision.Int8, Precision.Fp4];

    /// <summary>The names of all, in the same order.</summary>
    internal static IReadOnlyList<string> Names { get; } = NamesOf(All);

    /// <summary>The name of a precision: <c>bf16</c>.</summary>
    public static string Name(this Precision precision) => precision switch
    {
        Precision.Fp32 => "fp32",
        Precision.Tf32 => "tf32",
        Precision.Fp16 => "fp16",
        Precision.Bf16 => "bf16",
        Precision.Fp8 => "fp8",
        Precision.Int8 => "int8",
        Precision.Fp4 => "fp4",
        _ => throw new ArgumentOutOfRangeException(nameof(precision)),
    };

    /// <summary>The precision of a name, or null: <c>bf16</c>, <c>bfloat16</c>, <c>amp_bf16</c>, <c>torch.float16</c>.</summary>
    public static Precision? Find(string name) => name.Trim().ToUpperInvariant() switch
    {
        "FP32" or "FLOAT32" or "FLOAT" or "TORCH.FLOAT32" => Precision.Fp32,
        "TF32" => Precision.Tf32,
        "FP16" or "FLOAT16" or "HALF" or "AMP_FP16" or "TORCH.FLOAT16" => Precision.Fp16,
        "BF16" or "BFLOAT16" or "AMP_BF16" or "TORCH.BFLOAT16" => Precision.Bf16,
        "FP8" or "FLOAT8" or "AMP_FP8" => Precision.Fp8,
        "INT8" => Precision.Int8,
        "FP4" or "NVFP4" or "MXFP4" => Precision.Fp4,
        _ => null,
    };

    private static List<string> NamesOf(IReadOnlyList<Precision> precisions)
    {
        var names = new List<string>();
        for (var i = 0; i < precisions.Count; i++)
            names.Add(precisions[i].Name());
        return names;
    }
}
