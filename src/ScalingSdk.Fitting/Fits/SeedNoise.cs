using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Fits;

/// <summary>The noise of ln loss between seeds, pooled over runs that repeat N, D and corpus.</summary>
internal sealed class SeedNoise
{
    private readonly int _count;
    private readonly double _squares;
    private readonly int _freedom;

    private SeedNoise(int count, double squares, int freedom) => (_count, _squares, _freedom) = (count, squares, freedom);

    /// <summary>The standard deviation; null where fewer than three runs repeat another.</summary>
    internal double? Estimate => _freedom >= 3 ? Math.Sqrt(_squares / _freedom) : null;

    internal static SeedNoise Of(RunLogs logs)
    {
        double squares = 0;
        var freedom = 0;
        var groups = Alike(logs).GroupBy(i =>
            (logs.X[i], logs.Y[i], logs.Run(i).Corpus, logs.Run(i).Experts, logs.Run(i).UniqueTokens));
        foreach (var group in groups)
        {
            var losses = group.Select(i => logs.LogLoss[i]).ToArray();
            var mean = losses.Average();
            squares += losses.Sum(l => (l - mean) * (l - mean));
            freedom += losses.Length - 1;
        }

        return new(logs.Count, squares, freedom);
    }

    /// <summary>
    /// The probability of residuals this large beside the noise between seeds, where the form is right: the F test of lack of fit
    /// (Draper and Smith 1998, sec. 2.1); null where too few runs repeat another.
    /// </summary>
    internal double? LackOfFit(IReadOnlyList<double> residuals, int parameters)
    {
        var left = _count - parameters - _freedom;
        var misses = residuals.Sum(static r => r * r) - _squares;
        return _freedom < 3 || left < 1 || _squares <= 0 || misses <= 0 ? null
            : 1 - MathNet.Numerics.Distributions.FisherSnedecor.CDF(left, _freedom, misses / left / (_squares / _freedom));
    }

    // Runs that may repeat another: sorted numbers tell them from a million others at little cost.
    private static IEnumerable<int> Alike(RunLogs logs)
    {
        var keys = new double[logs.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = Key(logs, i);
        Array.Sort(keys);
        var alike = new HashSet<double>();
        for (var k = 1; k < keys.Length; k++)
        {
            if (keys[k].Equals(keys[k - 1]))
                alike.Add(keys[k]);
        }

        return alike.Count == 0 ? [] : Enumerable.Range(0, logs.Count).Where(i => alike.Contains(Key(logs, i)));
    }

    private static double Key(RunLogs logs, int i) => logs.X[i] + (Math.PI * logs.Y[i]);
}
