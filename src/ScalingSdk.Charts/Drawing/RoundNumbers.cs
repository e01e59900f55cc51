using ScalingSdk.Text;

namespace ScalingSdk.Charts.Drawing;

/// <summary>Round values of an axis, the most first.</summary>
internal static class RoundNumbers
{
    private const int Steps = 8;

    private static readonly double[][] Digits =
    [
        [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9],
        [1, 1.5, 2, 3, 4, 5, 7],
        [1, 2, 5],
        [1, 3],
        [1],
    ];

    /// <summary>Round values between two powers of ten.</summary>
    public static IEnumerable<IReadOnlyList<(double Value, string Label)>> OfPowers(double least, double most)
    {
        foreach (var digits in Digits)
            yield return Powers(least, most, digits, 1);
        for (var every = 2; every <= most - least; every++)
            yield return Powers(least, most, Digits[^1], every);
    }

    /// <summary>Round values between two values.</summary>
    public static IEnumerable<IReadOnlyList<(double Value, string Label)>> OfSteps(double least, double most)
    {
        for (var steps = Steps; steps > 0; steps--)
        {
            var rough = (most - least) / steps;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            var step = power * ((rough / power) switch { > 5 => 10, > 2 => 5, > 1 => 2, _ => 1 });
            var ticks = new List<(double, string)>();
            for (var i = Math.Ceiling((least / step) - 1e-9); i * step <= most + (1e-9 * step) && ticks.Count <= 2 * Steps; i++)
                ticks.Add((i * step, Label(i * step)));
            yield return ticks;
        }
    }

    private static List<(double Value, string Label)> Powers(double least, double most, double[] digits, int every)
    {
        var ticks = new List<(double, string)>();
        for (var power = (int)Math.Floor(least); power <= most; power++)
        {
            foreach (var digit in digits)
            {
                var at = power + Math.Log10(digit);
                if (at >= least - 1e-9 && at <= most + 1e-9 && power % every == 0)
                    ticks.Add((digit * Math.Pow(10, power), Label(digit * Math.Pow(10, power))));
            }
        }

        return ticks;
    }

    // Of a small range each digit counts: 12.25 is not 12.3.
    private static string Label(double value)
    {
        var round = NumberText.RoundTo12(value);
        return Math.Abs(round) switch
        {
            >= 1e15 => NumberText.Scientific(round),
            >= 1e3 and < 1e5 => NumberText.Round(round / 1e3) + "K",
            >= 1e-3 and < 1000 => NumberText.Round(Math.Round(round, 9)),
            _ => NumberText.Compact(round),
        };
    }
}
