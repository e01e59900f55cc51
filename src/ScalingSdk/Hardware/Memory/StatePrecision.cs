namespace ScalingSdk.Hardware.Memory;

/// <summary>In how many bytes a framework keeps each parameter's weight, gradient, master copy and optimizer state.</summary>
/// <param name="Name">What the set is called.</param>
/// <param name="WeightBytes">The weight that computes.</param>
/// <param name="GradientBytes">The gradient.</param>
/// <param name="MasterBytes">The fp32 copy that the optimizer updates; 0 where there is none.</param>
/// <param name="StateBytes">One optimizer state.</param>
public sealed record StatePrecision(string Name, double WeightBytes, double GradientBytes, double MasterBytes, double StateBytes)
{
    /// <summary>16-bit weights and gradients, fp32 master: with Adam 16 bytes (ZeRO, Rajbhandari et al. 2020, sec. 3.1).</summary>
    public static StatePrecision Mixed { get; } = new("16-bit weights and gradients, fp32 master", 2, 2, 4, 4);

    /// <summary>16-bit weights, fp32 gradients, fp32 master: with Adam 18 bytes (Megatron-LM's memory report).</summary>
    public static StatePrecision MixedFp32Gradients { get; } = new("16-bit weights, fp32 gradients, fp32 master", 2, 4, 4, 4);

    /// <summary>fp32 weights with a 16-bit copy for autocast, fp32 gradients: with Adam 18 bytes (Bekman: 6 weights, 8 Adam, 4 gradients).</summary>
    public static StatePrecision Autocast { get; } = new("fp32 weights with a 16-bit copy, fp32 gradients", 2, 4, 4, 4);

    /// <summary>Everything in fp32: with Adam 16 bytes.</summary>
    public static StatePrecision Fp32 { get; } = new("fp32", 4, 4, 0, 4);

    /// <summary>Everything in bf16, without a master copy: with Adam 8 bytes.</summary>
    public static StatePrecision PureBf16 { get; } = new("bf16 throughout", 2, 2, 0, 2);

    /// <summary>The bytes of a format.</summary>
    public static StatePrecision Of(StateFormat format) => format switch
    {
        StateFormat.Mixed => Mixed,
        StateFormat.MixedFp32Gradients => MixedFp32Gradients,
        StateFormat.Autocast => Autocast,
        StateFormat.Fp32 => Fp32,
        StateFormat.Bf16 => PureBf16,
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>What a precision of training means here: mixed for 16 bits and below, fp32 for fp32 and tf32.</summary>
    /// <remarks>fp8 training keeps 16-bit or fp32 weights beside its 8-bit copies; counted as mixed, it is an estimate.</remarks>
    public static StatePrecision For(Precision precision) => precision is Precision.Fp32 or Precision.Tf32 ? Fp32 : Mixed;
}
