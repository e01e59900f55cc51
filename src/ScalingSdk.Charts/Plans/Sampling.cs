using ScalingSdk.Charts.Pictures;
using ScalingSdk.Laws;

namespace ScalingSdk.Charts.Plans;

/// <summary>Asks a law along an axis.</summary>
internal static class Sampling
{
    private const int Points = 64;

    /// <summary>An interval is asked of a sample of constants: a smooth edge needs few places.</summary>
    private const int Edges = 16;

    /// <summary>Evenly spaced powers between two values.</summary>
    public static IReadOnlyList<double> Powers(double from, double to) => Powers(from, to, Points);

    /// <summary>The values at which an interval is asked.</summary>
    public static IReadOnlyList<double> EdgePowers(double from, double to) => Powers(from, to, Edges);

    /// <summary>What a law answers along these values; values without an answer are left out.</summary>
    public static Curve Curve<T>(string name, IEnumerable<double> values, Func<double, Answer<T>> ask, Func<T, double> of, bool reference = false) => new(
        name,
        [.. values.Select(x => (X: x, Answer: ask(x))).Where(static pair => pair.Answer.HasValue).Select(pair => new SampledPoint(pair.X, of(pair.Answer.Value), pair.Answer.Outside.Inside))])
    { Reference = reference };

    /// <summary>The intervals that a law answers along these values.</summary>
    public static Area? Area(string name, IEnumerable<double> values, Func<double, Answer<Interval>> ask)
    {
        List<(double, double, double)> edges = [.. values.Select(x => (X: x, Answer: ask(x))).Where(static pair => pair.Answer.HasValue)
            .Select(static pair => (pair.X, pair.Answer.Value.Low, pair.Answer.Value.High))];
        return edges.Count > 1 ? new(name, edges) : null;
    }

    private static List<double> Powers(double from, double to, int points) => [.. Enumerable.Range(0, points + 1).Select(i => from * Math.Pow(to / from, (double)i / points))];
}
