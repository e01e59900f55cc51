namespace ScalingSdk.Quantities.Units;

/// <summary>The short scale of counts: K, M, B, T.</summary>
internal static class CountScales
{
    // 'B' is billions, never bytes and never 2^30: a model of 7B has 7e9 parameters.
    public static readonly (string Name, decimal Factor)[] All =
    [
        ("K", 1e3m), ("M", 1e6m), ("B", 1e9m), ("T", 1e12m),
        ("thousand", 1e3m), ("million", 1e6m), ("billion", 1e9m), ("trillion", 1e12m),
    ];
}
