namespace ScalingSdk.Laws;

/// <summary>Powers that keep their digits near 1, in Kahan's forms: netstandard2.0 has neither log1p nor expm1.</summary>
internal static class NearZero
{
    /// <summary>(1 + x)^exponent - 1, for x above 0.</summary>
    internal static double PowerOfOnePlus(double x, double exponent) => ExponentialLessOne(LogOfOnePlus(x) * exponent);

    private static double LogOfOnePlus(double x)
    {
        var sum = 1 + x;
        return sum > 1 && sum <= double.MaxValue ? Math.Log(sum) * (x / (sum - 1)) : x;
    }

    private static double ExponentialLessOne(double x)
    {
        var power = Math.Exp(x);
        return power > 1 && power <= double.MaxValue ? (power - 1) * (x / Math.Log(power)) : power - 1 + x;
    }
}
