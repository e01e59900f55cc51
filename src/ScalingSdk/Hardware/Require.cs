using System.Globalization;

namespace ScalingSdk.Hardware;

/// <summary>What an argument must be. A spec's numbers are checked where they are read; these guard the library's own callers.</summary>
internal static class Require
{
    public static double Positive(double value, string name) => value > 0 && !double.IsInfinity(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "a finite number above '0' is expected");

    public static double NotNegative(double value, string name) => value >= 0 && !double.IsInfinity(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "a finite number of at least '0' is expected");

    public static void Between(int value, int least, int most, string name)
    {
        if (value < least || value > most)
        {
            var expected = string.Format(CultureInfo.InvariantCulture, "a whole number from '{0}' to '{1}' is expected", least, most);
            throw new ArgumentOutOfRangeException(name, value, expected);
        }
    }

    public static double Peak(Accelerator accelerator, Precision precision) =>
        accelerator.PeakFlopsPerSecond(precision) ?? throw new ArgumentException(accelerator.WhyNoPeak(precision), nameof(precision));
}
