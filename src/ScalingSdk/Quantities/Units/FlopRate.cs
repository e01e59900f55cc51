namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>A rate of compute, in FLOP/s: the dense peak of an accelerator.</summary>
    public static readonly Unit FlopRate = new(
        "a rate of compute",
        "'989 TFLOP/s' or '9.89e14'",
        maximum: 1e24,
        "|FLOP/s|FLOPS = 1, GFLOP/s|GFLOPS = 1e9, TFLOP/s|TFLOPS = 1e12, PFLOP/s|PFLOPS = 1e15");
}
