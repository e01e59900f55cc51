namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Compute, in FLOP: an amount, not a rate, so that no 'per second' is understood.</summary>
    public static readonly Unit Flops = new(
        "an amount of compute",
        "'6 PF-days' or '1e21 FLOP'",
        maximum: 1e35,
        "|FLOP|FLOPs = 1, GFLOP|GFLOPs = 1e9, TFLOP|TFLOPs = 1e12, PFLOP|PFLOPs = 1e15, EFLOP|EFLOPs = 1e18, ZFLOP|ZFLOPs = 1e21, YFLOP|YFLOPs = 1e24, "

        // 1e15 FLOP/s for 86,400 s (Kaplan et al. 2020, sec. 1.3).
        + "PF day|PF days|PFLOP/s day|PFLOP/s days|petaflop/s day|petaflop/s days = 8.64e19, EF day|EF days = 8.64e22");
}
