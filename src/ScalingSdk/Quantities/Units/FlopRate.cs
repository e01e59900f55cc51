namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>A rate of compute, in FLOP/s: the dense peak of an accelerator.</summary>
    public static readonly Unit FlopRate = new(
        "a rate of compute",
        "'989 TFLOP/s' or '9.89e14'",
        maximum: 1e24,
        [
            ("", 1), ("FLOP/s", 1), ("FLOPS", 1),
            ("GFLOP/s", 1e9m), ("TFLOP/s", 1e12m), ("PFLOP/s", 1e15m), ("GFLOPS", 1e9m), ("TFLOPS", 1e12m), ("PFLOPS", 1e15m),
        ]);
}
