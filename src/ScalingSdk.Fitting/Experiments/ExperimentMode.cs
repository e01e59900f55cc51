using MathNet.Numerics.LinearAlgebra;
using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;

namespace ScalingSdk.Fitting.Experiments;

/// <summary>A fit that the runs so far allow: its predictions, and a root of their covariance, a row for each run of the pool and the target.</summary>
internal sealed class ExperimentMode
{
    private readonly int _stride;
    private readonly double[] _pool;
    private readonly double[] _target;

    private ExperimentMode(double weight, double[] atPool, double[] atTarget, double[] pool, double[] target, int stride)
    {
        (Weight, AtPool, AtTarget) = (weight, atPool, atTarget);
        (_pool, _target, _stride) = (pool, target, stride);
    }

    /// <summary>The share of belief.</summary>
    internal double Weight { get; set; }

    /// <summary>Predictions for the pool.</summary>
    internal double[] AtPool { get; }

    /// <summary>Predictions for the target.</summary>
    internal double[] AtTarget { get; }

    /// <summary>The variance of the prediction for a run of the pool.</summary>
    internal double Variance(int row) => NormalEquations.Dot(_pool, row * _stride, _pool, row * _stride, _stride);

    /// <summary>The variance of the prediction for a row of the target.</summary>
    internal double TargetVariance(int row) => NormalEquations.Dot(_target, row * _stride, _target, row * _stride, _stride);

    /// <summary>Adds this fit's share of the covariances between a run of the pool and the rows of the target.</summary>
    internal void AddCovariances(int row, double apart, double[] targetMean, double[] to)
    {
        for (var t = 0; t < to.Length; t++)
            to[t] += Weight * (NormalEquations.Dot(_target, t * _stride, _pool, row * _stride, _stride) + (apart * (AtTarget[t] - targetMean[t])));
    }

    /// <summary>One observation of a run with this noise: (I - k u u') with u = own/|own| turns the root before into the root after it.</summary>
    internal void Assume(int row, double noise)
    {
        var own = new double[_stride];
        Array.Copy(_pool, row * _stride, own, 0, _stride);
        var length = NormalEquations.Dot(own, 0, own, 0, _stride);
        if (length <= 0)
            return;
        var shrink = (1 - Math.Sqrt(noise / (noise + length))) / length;
        Shrink(_pool, own, shrink);
        Shrink(_target, own, shrink);
    }

    /// <summary>Null where the runs so far give no finite covariance.</summary>
    internal static ExperimentMode? Of(double[] theta, double weight, IReadOnlyList<int> made, TargetPrior prior, FormulaBox box, LawModel pool, LawModel target)
    {
        var n = theta.Length;
        double[] atPool = new double[pool.Rows], poolSlopes = new double[pool.Rows * n], atTarget = new double[target.Rows], targetSlopes = new double[target.Rows * n];
        pool.Evaluate(theta, atPool, poolSlopes);
        target.Evaluate(theta, atTarget, targetSlopes);

        // Constants in units of what is believed of them beforehand: their size, or a quarter of their bounds.
        var scale = Enumerable.Range(0, n).Select(c => Math.Min(Math.Max(Math.Abs(theta[c]), 0.1), double.IsInfinity(box.High[c] - box.Low[c]) ? double.PositiveInfinity : (box.High[c] - box.Low[c]) / 4)).ToArray();
        double Slope(double[] slopes, int rows, int row, int c) => slopes[(c * rows) + row] is var slope && (double.IsNaN(slope) || double.IsInfinity(slope)) ? 0 : slope * scale[c];
        var information = new double[n, n];
        foreach (var row in made)
            Observe(information, c => Slope(poolSlopes, pool.Rows, row, c), 1 / prior.Noise);
        for (var row = 0; row < target.RunCount; row++)
            Observe(information, c => Slope(targetSlopes, target.Rows, row, c), prior.Weight / prior.Noise);
        var matrix = Matrix<double>.Build.Dense(n, n, (c, d) => information[Math.Max(c, d), Math.Min(c, d)] + (c == d ? 1 : 0));
        if (matrix.Enumerate().Any(static value => double.IsNaN(value) || double.IsInfinity(value)))
            return null;

        // The prior adds the identity: no eigenvalue is below one.
        var (values, vectors) = SymmetricEigen.Of(matrix);
        var root = new double[n, n];
        for (var c = 0; c < n; c++)
        {
            for (var d = 0; d < n; d++)
                root[c, d] = vectors[c, d] / Math.Sqrt(Math.Max(1, values[d])) * scale[c];
        }

        var stride = (n + LaneMath.Width - 1) / LaneMath.Width * LaneMath.Width;
        return new(weight, atPool, atTarget, Root(poolSlopes, pool.Rows, pool.RunCount, root, n, stride), Root(targetSlopes, target.Rows, target.RunCount, root, n, stride), stride);
    }

    // Adds the outer product of one row of derivatives; the lower half is enough.
    private static void Observe(double[,] information, Func<int, double> slope, double precision)
    {
        var n = information.GetLength(0);
        for (var c = 0; c < n; c++)
        {
            var scaled = precision * slope(c);
            for (var d = 0; d <= c && scaled != 0; d++)
                information[c, d] += scaled * slope(d);
        }
    }

    private static double[] Root(double[] slopes, int rows, int count, double[,] root, int n, int stride)
    {
        var all = new double[count * stride];
        for (var row = 0; row < count; row++)
        {
            for (var c = 0; c < n; c++)
            {
                var slope = slopes[(c * rows) + row];
                if (double.IsNaN(slope) || double.IsInfinity(slope))
                    continue;
                for (var d = 0; d < n; d++)
                    all[(row * stride) + d] += slope * root[c, d];
            }
        }

        return all;
    }

    private void Shrink(double[] all, double[] own, double shrink)
    {
        for (var at = 0; at < all.Length; at += _stride)
        {
            var along = shrink * NormalEquations.Dot(all, at, own, 0, _stride);
            for (var d = 0; d < _stride; d++)
                all[at + d] -= along * own[d];
        }
    }
}
