namespace ScalingSdk.Text;

/// <summary>
/// Rounds to 12 digits or fewer in doubles where the result is certain to be that of exact arithmetic: the digits, below 2^53, and the
/// power of ten, at most 10^22, are both exact, so that their quotient or product is the nearest double.
/// </summary>
internal static class QuickRounding
{
    /// <summary>The largest power of ten that is a double.</summary>
    public const int MostPower = 22;

    // One rounding of a number below 1e12 moves it by less than 1e-4: nearer to a half than this, the side is not certain.
    private const double Uncertain = 1e-3;

    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    public static double PowerOfTen(int exponent) => Powers[exponent];

    /// <summary>The value as digits times ten to the exponent, rounded; false where that needs exact arithmetic.</summary>
    public static bool TryRound(double value, int significant, out double digits, out int exponent)
    {
        (digits, exponent) = (0, 0);
        var size = Math.Abs(value);
        if (!(size is > 1e-10 and < 1e33))
            return false;
        exponent = (int)Math.Floor(Math.Log10(size)) - (significant - 1);
        if (Math.Abs(exponent) > MostPower)
            return false;
        var scaled = exponent < 0 ? size * Powers[-exponent] : size / Powers[exponent];
        if (!(scaled >= Powers[significant - 1] && scaled < Powers[significant] - 1) || Math.Abs(scaled - Math.Floor(scaled) - 0.5) < Uncertain)
            return false;
        digits = Math.Sign(value) * Math.Floor(scaled + 0.5);
        return true;
    }
}
