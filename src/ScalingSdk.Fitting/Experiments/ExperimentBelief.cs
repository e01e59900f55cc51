using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Projection;

namespace ScalingSdk.Fitting.Experiments;

/// <summary>What the runs made so far leave open: for each fit that they allow the covariance of its predictions, mixed by likelihood.</summary>
internal sealed class ExperimentBelief
{
    private readonly List<ExperimentMode> _modes = [];
    private readonly double _noise;
    private readonly double[] _poolMean;
    private readonly double[] _targetMean;
    private readonly double[] _shared;

    private ExperimentBelief(double noise, int pool, int targets)
    {
        _noise = noise;
        _poolMean = new double[pool];
        _targetMean = new double[targets];
        _shared = new double[targets];
    }

    /// <summary>The root of the mean predictive variance at the target.</summary>
    internal double TargetError { get; private set; }

    /// <summary>The predictions at the target: of each fit by its likelihood.</summary>
    internal IReadOnlyList<double> AtTarget => _targetMean;

    internal static ExperimentBelief Of(
        IReadOnlyList<(double[] Theta, double Squares)> fits, TargetPrior prior, IReadOnlyList<int> made, FormulaBox box, LawModel pool, LawModel target, int most)
    {
        var belief = new ExperimentBelief(prior.Noise, pool.RunCount, target.RunCount);
        foreach (var (theta, squares) in fits)
        {
            var weight = Math.Exp(-(squares - fits[0].Squares) / (2 * prior.Noise));
            if (weight < 1e-3 || belief._modes.Count == most)
                continue;
            if (ExperimentMode.Of(theta, weight, made, prior, box, pool, target) is { } mode)
                belief._modes.Add(mode);
        }

        belief.Mix();
        return belief;
    }

    /// <summary>The fall of the summed predictive variance at the target when a row of the pool becomes known.</summary>
    internal double Gain(int row)
    {
        double variance = _noise;
        Array.Clear(_shared, 0, _shared.Length);
        foreach (var mode in _modes)
        {
            var apart = mode.AtPool[row] - _poolMean[row];
            variance += mode.Weight * (mode.Variance(row) + (apart * apart));
            mode.AddCovariances(row, apart, _targetMean, _shared);
        }

        var sum = 0.0;
        foreach (var covariance in _shared)
            sum += covariance * covariance;
        return sum / variance;
    }

    /// <summary>What is believed after a row is made, before its loss is known: variances fall, fits stay.</summary>
    internal void Assume(int row)
    {
        foreach (var mode in _modes)
            mode.Assume(row, _noise);
        MixErrors();
    }

    private void Mix()
    {
        var total = _modes.Sum(static mode => mode.Weight);
        foreach (var mode in _modes)
            mode.Weight /= total;
        for (var i = 0; i < _poolMean.Length; i++)
            _poolMean[i] = _modes.Sum(mode => mode.Weight * mode.AtPool[i]);
        for (var t = 0; t < _targetMean.Length; t++)
            _targetMean[t] = _modes.Sum(mode => mode.Weight * mode.AtTarget[t]);
        MixErrors();
    }

    private void MixErrors()
    {
        var variance = 0.0;
        foreach (var mode in _modes)
        {
            for (var t = 0; t < _targetMean.Length; t++)
            {
                var apart = mode.AtTarget[t] - _targetMean[t];
                variance += mode.Weight * (mode.TargetVariance(t) + (apart * apart)) / _targetMean.Length;
            }
        }

        TargetError = Math.Sqrt(variance);
    }
}
