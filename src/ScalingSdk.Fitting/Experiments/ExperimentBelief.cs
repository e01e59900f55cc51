using MathNet.Numerics.LinearAlgebra;
using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;

namespace ScalingSdk.Fitting.Experiments;

/// <summary>What the runs made so far leave open: for each fit that they allow the covariance of its predictions, mixed by likelihood.</summary>
internal sealed class ExperimentBelief
{
    private readonly List<(double Weight, double[] AtPool, double[] AtTarget, Matrix<double> PoolRoot, Matrix<double> TargetRoot)> _modes = [];
    private readonly double _noise;
    private readonly double[] _poolMean;
    private readonly double[] _targetMean;
    private readonly int _targets;

    private ExperimentBelief(double noise, int pool, int targets)
    {
        (_noise, _targets) = (noise, targets);
        _poolMean = new double[pool];
        _targetMean = new double[targets];
    }

    /// <summary>The root of the mean predictive variance at the target.</summary>
    internal double TargetError { get; private set; }

    /// <summary>The predictions at the target: of each fit by its likelihood.</summary>
    internal IReadOnlyList<double> AtTarget => _targetMean;

    internal static ExperimentBelief Of(
        List<(double[] Theta, double Squares)> fits, IReadOnlyList<int> made, IReadOnlyList<double> losses, FormulaBox box,
        LawModel pool, LawModel target, int targets, int most)
    {
        var mean = losses.Average();
        var spread = losses.Sum(loss => (loss - mean) * (loss - mean)) / losses.Count;
        var freedom = Math.Max(0, losses.Count - fits[0].Theta.Length);

        // An inverse-gamma prior worth four runs: noise of a tenth of what varies between the runs.
        var noise = ((4 * 0.01 * spread) + fits[0].Squares + 1e-12) / (4 + freedom);
        var belief = new ExperimentBelief(noise, pool.RunCount, targets);
        foreach (var (theta, squares) in fits)
        {
            var weight = Math.Exp(-(squares - fits[0].Squares) / (2 * noise));
            if (weight < 1e-3 || belief._modes.Count == most)
                continue;
            belief.Add(theta, weight, made, box, pool, target);
        }

        belief.Mix();
        return belief;
    }

    /// <summary>The fall of the summed predictive variance at the target when a row of the pool becomes known.</summary>
    internal double Gain(int row)
    {
        double variance = _noise;
        foreach (var mode in _modes)
        {
            var own = mode.PoolRoot.Row(row);
            var apart = mode.AtPool[row] - _poolMean[row];
            variance += mode.Weight * (own.DotProduct(own) + (apart * apart));
        }

        var shared = new double[_targets];
        foreach (var mode in _modes)
        {
            var covariance = mode.TargetRoot * mode.PoolRoot.Row(row);
            var apart = mode.AtPool[row] - _poolMean[row];
            for (var t = 0; t < _targets; t++)
                shared[t] += mode.Weight * (covariance[t] + (apart * (mode.AtTarget[t] - _targetMean[t])));
        }

        return shared.Sum(static covariance => covariance * covariance) / variance;
    }

    /// <summary>What is believed after a row is made, before its loss is known: variances fall, fits stay.</summary>
    internal void Assume(int row)
    {
        for (var m = 0; m < _modes.Count; m++)
        {
            var mode = _modes[m];
            var own = mode.PoolRoot.Row(row);
            var length = own.DotProduct(own);
            if (length <= 0)
                continue;

            // (I - k u u') with u = own/|own| turns the root of a covariance into that after one observation.
            var shrink = (1 - Math.Sqrt(_noise / (_noise + length))) / length;
            var pool = mode.PoolRoot - ((mode.PoolRoot * own).OuterProduct(own) * shrink);
            var target = mode.TargetRoot - ((mode.TargetRoot * own).OuterProduct(own) * shrink);
            _modes[m] = (mode.Weight, mode.AtPool, mode.AtTarget, pool, target);
        }

        Mix();
    }

    private void Add(double[] theta, double weight, IReadOnlyList<int> made, FormulaBox box, LawModel pool, LawModel target)
    {
        var n = theta.Length;
        double[] atPool = new double[pool.Rows], poolSlopes = new double[pool.Rows * n], atTarget = new double[target.Rows], targetSlopes = new double[target.Rows * n];
        pool.Evaluate(theta, atPool, poolSlopes);
        target.Evaluate(theta, atTarget, targetSlopes);

        // Constants in units of what is believed of them beforehand: their size, or a quarter of their bounds.
        var scale = Enumerable.Range(0, n).Select(c => Math.Min(Math.Max(Math.Abs(theta[c]), 0.1), double.IsInfinity(box.High[c] - box.Low[c]) ? double.PositiveInfinity : (box.High[c] - box.Low[c]) / 4)).ToArray();
        double Slope(double[] slopes, int rows, int row, int c) => slopes[(c * rows) + row] is var slope && double.IsNaN(slope) || double.IsInfinity(slope) ? 0 : slope * scale[c];
        var information = Matrix<double>.Build.DenseIdentity(n);
        foreach (var row in made)
        {
            var slope = Vector<double>.Build.Dense(n, c => Slope(poolSlopes, pool.Rows, row, c));
            information += slope.OuterProduct(slope) / _noise;
        }

        if (information.Enumerate().Any(static value => double.IsNaN(value) || double.IsInfinity(value)))
            return;

        // The prior adds the identity: no eigenvalue is below one.
        var (values, vectors) = SymmetricEigen.Of(information);
        var root = vectors * Matrix<double>.Build.DenseDiagonal(n, n, c => 1 / Math.Sqrt(Math.Max(1, values[c])));
        var poolRoot = Matrix<double>.Build.Dense(pool.RunCount, n, (row, c) => Slope(poolSlopes, pool.Rows, row, c)) * root;
        var targetRoot = Matrix<double>.Build.Dense(_targets, n, (row, c) => Slope(targetSlopes, target.Rows, row, c)) * root;
        _modes.Add((weight, atPool, atTarget, poolRoot, targetRoot));
    }

    private void Mix()
    {
        var total = _modes.Sum(static mode => mode.Weight);
        for (var m = 0; m < _modes.Count; m++)
            _modes[m] = (_modes[m].Weight / total, _modes[m].AtPool, _modes[m].AtTarget, _modes[m].PoolRoot, _modes[m].TargetRoot);
        for (var i = 0; i < _poolMean.Length; i++)
            _poolMean[i] = _modes.Sum(mode => mode.Weight * mode.AtPool[i]);
        var variance = 0.0;
        for (var t = 0; t < _targets; t++)
        {
            _targetMean[t] = _modes.Sum(mode => mode.Weight * mode.AtTarget[t]);
            foreach (var mode in _modes)
            {
                var own = mode.TargetRoot.Row(t);
                var apart = mode.AtTarget[t] - _targetMean[t];
                variance += mode.Weight * (own.DotProduct(own) + (apart * apart)) / _targets;
            }
        }

        TargetError = Math.Sqrt(variance);
    }
}
