namespace ScalingSdk.Quantities.Units;

/// <summary>The short scale of counts: K, M, B, T.</summary>
internal static class CountScales
{
    // 'B' is billions, never bytes and never 2^30: a model of 7B has 7e9 parameters.
    private const string Written = "K|thousand = 1e3, M|million = 1e6, B|billion = 1e9, T|trillion = 1e12";

    /// <summary>The power of ten beyond which a count is not written with a letter.</summary>
    public const int Largest = 14;

    public static readonly UnitName[] All = UnitName.List(Written);
}
