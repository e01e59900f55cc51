using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Fits;

/// <summary>The noise of ln loss between seeds, pooled over runs that repeat N, D and corpus.</summary>
internal static class SeedNoise
{
    /// <summary>The standard deviation; null where fewer than three runs repeat another.</summary>
    internal static double? Estimate(RunLogs logs)
    {
        var (squares, freedom) = Squares(logs);
        return freedom >= 3 ? Math.Sqrt(squares / freedom) : null;
    }

    /// <summary>
    /// The probability of residuals this large beside the noise between seeds, where the form is right: the F test of lack of fit
    /// (Draper and Smith 1998, sec. 2.1); null where too few runs repeat another.
    /// </summary>
    internal static double? LackOfFit(RunLogs logs, IReadOnlyList<double> residuals, int parameters)
    {
        var (squares, freedom) = Squares(logs);
        var left = logs.Count - parameters - freedom;
        var misses = residuals.Sum(static r => r * r) - squares;
        return freedom < 3 || left < 1 || squares <= 0 || misses <= 0 ? null
            : 1 - MathNet.Numerics.Distributions.FisherSnedecor.CDF(left, freedom, misses / left / (squares / freedom));
    }

    private static (double Sum, int Freedom) Squares(RunLogs logs)
    {
        double squares = 0;
        var freedom = 0;
        var groups = Enumerable.Range(0, logs.Count).GroupBy(i =>
            (logs.X[i], logs.Y[i], logs.Run(i).Corpus, logs.Run(i).Experts, logs.Run(i).UniqueTokens));
        foreach (var group in groups)
        {
            var losses = group.Select(i => logs.LogLoss[i]).ToArray();
            var mean = losses.Average();
            squares += losses.Sum(l => (l - mean) * (l - mean));
            freedom += losses.Length - 1;
        }

        return (squares, freedom);
    }
}
