using ScalingSdk.Fitting.Forms;

namespace ScalingSdk.Fitting.Results;

/// <summary>The noise of ln loss between seeds, pooled over runs that repeat N, D and corpus.</summary>
internal static class SeedNoise
{
    /// <summary>The standard deviation; null where fewer than three runs repeat another.</summary>
    internal static double? Estimate(RunLogs logs)
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

        return freedom >= 3 ? Math.Sqrt(squares / freedom) : null;
    }
}
