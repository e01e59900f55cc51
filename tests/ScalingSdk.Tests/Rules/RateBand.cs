namespace ScalingSdk.Tests.Rules;

/// <summary>The fit behind the band of learning rates: a power of the size by least squares in logarithms, and the factor of 5 that holds most runs.</summary>
internal static class RateBand
{
    private const double Width = 5;

    public static IReadOnlyList<(double Size, double Rate)> Points(IEnumerable<PublishedRun> runs) =>
        [.. runs.Select(static run => (run.Plan.Size.Counts.Active.Count / 1e9, run.Rate!.Value))];

    /// <summary>The exponent to two digits, and the lower end at 1B parameters: in the middle of where the band holds most runs.</summary>
    public static (double Power, double Low) Fit(IReadOnlyList<(double Size, double Rate)> points)
    {
        var (x, y) = (points.Average(static point => Math.Log(point.Size)), points.Average(static point => Math.Log(point.Rate)));
        var power = Math.Round(
            points.Sum(point => (Math.Log(point.Size) - x) * (Math.Log(point.Rate) - y)) / points.Sum(point => Math.Pow(Math.Log(point.Size) - x, 2)), 2);
        var levels = points.Select(point => point.Rate / Math.Pow(point.Size, power)).Order().ToArray();
        var (most, low, high) = (0, 0.0, 0.0);
        foreach (var level in levels)
        {
            var held = levels.Where(other => other >= level && other <= level * Width * (1 + 1e-9)).ToArray();
            if (held.Length > most)
                (most, low, high) = (held.Length, held[0], held[^1]);
        }

        return (power, low / Math.Sqrt(Width * low / high));
    }

    /// <summary>How many runs lie in the band, and how many in the one that is fitted without them.</summary>
    public static (int Inside, int LeftOut) Shares(IReadOnlyList<(double Size, double Rate)> points)
    {
        var all = Fit(points);
        return (points.Count(point => Holds(all, point)), points.Where((point, i) => Holds(Fit([.. points.Where((_, other) => other != i)]), point)).Count());
    }

    private static bool Holds((double Power, double Low) band, (double Size, double Rate) point) =>
        point.Rate / Math.Pow(point.Size, band.Power) / band.Low is >= 1 - 1e-9 and <= Width * (1 + 1e-9);
}
