namespace ScalingSdk.Hardware.Memory;

/// <summary>How weights, gradients and optimizer states are kept, by the name that a spec writes.</summary>
public enum StateFormat
{
    /// <summary>16-bit weights and gradients, fp32 master: <see cref="StatePrecision.Mixed"/>.</summary>
    Mixed,

    /// <summary>The same with fp32 gradients: <see cref="StatePrecision.MixedFp32Gradients"/>.</summary>
    MixedFp32Gradients,

    /// <summary>fp32 weights with a 16-bit copy: <see cref="StatePrecision.Autocast"/>.</summary>
    Autocast,

    /// <summary>Everything in fp32: <see cref="StatePrecision.Fp32"/>.</summary>
    Fp32,

    /// <summary>Everything in bf16: <see cref="StatePrecision.PureBf16"/>.</summary>
    Bf16,
}

/// <summary>The names of formats.</summary>
internal static class StateFormats
{
    /// <summary>The names that a spec writes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["mixed", "mixed-fp32-gradients", "autocast", "fp32", "bf16"];

    /// <summary>The format of a name, or null.</summary>
    public static StateFormat? Find(string name) => name.Trim().ToUpperInvariant() switch
    {
        "MIXED" => StateFormat.Mixed,
        "MIXED-FP32-GRADIENTS" => StateFormat.MixedFp32Gradients,
        "AUTOCAST" => StateFormat.Autocast,
        "FP32" => StateFormat.Fp32,
        "BF16" => StateFormat.Bf16,
        _ => null,
    };
}
