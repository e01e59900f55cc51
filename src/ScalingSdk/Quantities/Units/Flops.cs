namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    // 1e15 FLOP/s for 86,400 s (Kaplan et al. 2020, sec. 1.3).
    private const decimal PetaflopDay = 8.64e19m;

    /// <summary>Compute, in FLOP: an amount, not a rate, so that no 'per second' is understood.</summary>
    public static readonly Unit Flops = new(
        "an amount of compute",
        "'6 PF-days' or '1e21 FLOP'",
        maximum: 1e35,
        [
            ("", 1), ("FLOP", 1), ("FLOPs", 1),
            ("GFLOP", 1e9m), ("TFLOP", 1e12m), ("PFLOP", 1e15m), ("EFLOP", 1e18m), ("ZFLOP", 1e21m), ("YFLOP", 1e24m),
            ("GFLOPs", 1e9m), ("TFLOPs", 1e12m), ("PFLOPs", 1e15m), ("EFLOPs", 1e18m), ("ZFLOPs", 1e21m), ("YFLOPs", 1e24m),
            ("PF day", PetaflopDay), ("PF days", PetaflopDay), ("PFLOP/s day", PetaflopDay), ("PFLOP/s days", PetaflopDay),
            ("petaflop/s day", PetaflopDay), ("petaflop/s days", PetaflopDay),
            ("EF day", PetaflopDay * 1e3m), ("EF days", PetaflopDay * 1e3m),
        ]);
}
