using MathNet.Numerics.Distributions;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>Whether runs of a unit miss the law to one side: an error that they share.</summary>
/// <remarks>
/// The test of Kruskal and Wallis 1952 on the residuals, which asks nothing of their distribution. The fit itself takes up part of what
/// budgets share, so that the test is weak: the level is high, and an error of the second kind is the worse one here.
/// </remarks>
internal static class SharedErrors
{
    private const double Level = 0.2;

    /// <summary>Of three units the fit takes up still more: at 0.2 the test misses two shared errors of five.</summary>
    private const double LevelOfThree = 0.4;
    private const int MostUnits = 16;
    private const double LeastPerUnit = 3;

    internal static bool Are(IReadOnlyList<double> residuals, int[] unitOf) => Probability(residuals, unitOf) < (unitOf.Length > 0 && unitOf.Max() + 1 == ResamplingUnits.LeastUnits ? LevelOfThree : Level);

    /// <summary>The probability of ranks as unlike as these where nothing is shared; 1 where the units do not repeat.</summary>
    internal static double Probability(IReadOnlyList<double> residuals, int[] unitOf)
    {
        var n = residuals.Count;
        var units = n == 0 ? 0 : unitOf.Max() + 1;
        if (units < ResamplingUnits.LeastUnits || units > MostUnits || n < LeastPerUnit * units)
            return 1;
        var order = Enumerable.Range(0, n).OrderBy(i => residuals[i]).ToArray();
        var (sums, counts) = (new double[units], new int[units]);
        for (var rank = 0; rank < n; rank++)
        {
            sums[unitOf[order[rank]]] += rank + 1;
            counts[unitOf[order[rank]]]++;
        }

        var h = 0.0;
        for (var unit = 0; unit < units; unit++)
            h += counts[unit] == 0 ? 0 : sums[unit] * sums[unit] / counts[unit];
        h = (12 * h / (n * (n + 1.0))) - (3 * (n + 1));
        return 1 - ChiSquared.CDF(units - 1, Math.Max(0, h));
    }
}
