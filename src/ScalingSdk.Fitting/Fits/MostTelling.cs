using MathNet.Numerics.LinearAlgebra;
using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Fits;

/// <summary>The one further run that shrinks the variance of a constant most, at no more than twice the compute of the largest.</summary>
internal static class MostTelling
{
    private const int Side = 9;
    private const double Below = 2;
    private const double Beyond = 8;
    private const double RatioBeyond = 3;

    internal static TrainingRun Run(RunLogs logs, Information information, Vector<double> direction)
    {
        // A little information in every direction stands for what is known without any run.
        var n = information.Matrix.RowCount;
        var prior = 1e-6 * Math.Max(information.Matrix.Trace() / n, 1e-300);
        var inverse = (information.Matrix + (prior * Matrix<double>.Build.DenseIdentity(n))).Inverse();
        var towards = inverse * direction;
        return Candidates(logs).OrderByDescending(run =>
        {
            var gradient = information.GradientOf(run);
            var seen = towards.DotProduct(gradient);
            return seen * seen / (1 + gradient.DotProduct(inverse * gradient));
        }).First();
    }

    /// <summary>Sizes and tokens from half the least to eight times the most of the runs, at tokens per parameter within three times those of the runs.</summary>
    /// <remarks>The corners beyond would tell more if the form held there; a large model on few steps, or a tiny one on many, is not what it describes.</remarks>
    internal static IEnumerable<TrainingRun> Candidates(RunLogs logs, double? most = null)
    {
        var runs = Enumerable.Range(0, logs.Count).Select(logs.Run).ToList();
        var (leastN, mostN) = (runs.Min(static r => r.Parameters) / Below, runs.Max(static r => r.Parameters) * Beyond);
        var (leastD, mostD) = (runs.Min(static r => r.Tokens) / Below, runs.Max(static r => r.Tokens) * Beyond);
        var (leastRatio, mostRatio) = (runs.Min(static r => r.Tokens / r.Parameters) / RatioBeyond, runs.Max(static r => r.Tokens / r.Parameters) * RatioBeyond);
        var budget = most ?? (2 * runs.Max(static r => 6 * r.Parameters * r.Tokens));
        return from i in Enumerable.Range(0, Side)
               from j in Enumerable.Range(0, Side)
               let size = leastN * Math.Pow(mostN / leastN, (double)i / (Side - 1))
               let tokens = leastD * Math.Pow(mostD / leastD, (double)j / (Side - 1))
               where 6 * size * tokens <= budget && tokens / size >= leastRatio && tokens / size <= mostRatio
               select runs[0] with { Parameters = size, Tokens = tokens, Compute = 0, Loss = 1, Weight = 1 };
    }
}
