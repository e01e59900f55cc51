using System.Globalization;

namespace ScalingSdk.Tests.Laws;

/// <summary>Comparison at a stated relative tolerance.</summary>
internal static class Near
{
    /// <summary>The tolerance of rows that are computed from the formula.</summary>
    public const double Computed = 1e-9;

    public static void Relative(double expected, double actual, double tolerance)
    {
        var difference = Math.Abs((actual / expected) - 1);
        Assert.True(difference <= tolerance, string.Create(
            CultureInfo.InvariantCulture, $"expected {expected:R} within {tolerance:P4}, got {actual:R}, off by {difference:P4}"));
    }
}
