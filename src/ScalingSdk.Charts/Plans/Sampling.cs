using ScalingSdk.Charts.Pictures;
using ScalingSdk.Laws;

namespace ScalingSdk.Charts.Plans;

/// <summary>Asks a law along an axis.</summary>
internal static class Sampling
{
    private const int Points = 96;

    /// <summary>Evenly spaced powers between two values.</summary>
    public static IEnumerable<double> Powers(double from, double to)
    {
        for (var i = 0; i <= Points; i++)
            yield return from * Math.Pow(to / from, (double)i / Points);
    }

    /// <summary>What a law answers along these values; values without an answer are left out.</summary>
    public static Curve Curve<T>(string name, IEnumerable<double> values, Func<double, Answer<T>> ask, Func<T, double> of, bool dashed = false)
        where T : struct => new(
            name,
            [.. values.Select(x => (X: x, Answer: ask(x))).Where(static pair => pair.Answer.HasValue).Select(pair => (pair.X, of(pair.Answer.Value)))],
            dashed);
}
