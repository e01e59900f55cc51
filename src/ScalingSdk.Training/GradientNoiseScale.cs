using ScalingSdk.Quantities;

namespace ScalingSdk.Training;

/// <summary>
/// The gradient noise scale B_simple = tr(Sigma)/|G|^2, measured from the norms of gradients at two batch sizes (McCandlish et al. 2018,
/// appendix A.1): an estimate of the critical batch of this run, at this moment.
/// </summary>
/// <remarks>
/// With gradient accumulation both norms are at hand: of a micro-batch, and of the whole batch. Numerator and denominator are
/// smoothed apart, as the ratio of two noisy estimates is biased. B_simple leaves out the curvature: it is of the order of the
/// critical batch, not equal to it.
/// </remarks>
public sealed class GradientNoiseScale
{
    private readonly double _smoothing;
    private double _weight;
    private double _weightSquares;
    private double _noise;
    private double _signal;
    private double _noiseSquares;
    private double _signalSquares;
    private double _products;

    /// <summary>A measurement that begins.</summary>
    /// <param name="smoothing">How many measurements an average spans.</param>
    public GradientNoiseScale(int smoothing = 100)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smoothing);
        _smoothing = smoothing;
    }

    /// <summary>How many pairs were added.</summary>
    public long Count { get; private set; }

    /// <summary>The critical batch in the unit of the batches; null until the gradient stands out of its noise.</summary>
    public double? Value => Count > 0 && _signal > 0 && _noise > 0 ? _noise / _signal : null;

    /// <summary>The standard error of <see cref="Value"/> over it, from the spread of the pairs: 0.2 is 20 %; null where there is no value.</summary>
    public double? RelativeError
    {
        get
        {
            if (Value is null || Count < 2)
                return null;
            double n = _noise / _weight, s = _signal / _weight;
            var noise = (_noiseSquares / _weight) - (n * n);
            var signal = (_signalSquares / _weight) - (s * s);
            var both = (_products / _weight) - (n * s);

            // The delta method for a ratio; effective count by Kish.
            var count = _weight * _weight / _weightSquares;
            var variance = (noise / (n * n)) + (signal / (s * s)) - (2 * both / (n * s));
            return Math.Sqrt(Math.Max(0, variance) / Math.Max(1, count - 1));
        }
    }

    /// <summary>Adds the squared norms of gradients of the mean loss at two batch sizes, in one unit: tokens or sequences.</summary>
    /// <param name="smallBatch">The smaller batch.</param>
    /// <param name="smallSquaredNorm">|G|^2 at the smaller batch; the mean of several micro-batches is less noisy.</param>
    /// <param name="bigBatch">The larger batch.</param>
    /// <param name="bigSquaredNorm">|G|^2 at the larger batch.</param>
    /// <returns>False where a norm is not finite: such a pair is left out.</returns>
    public bool Add(double smallBatch, double smallSquaredNorm, double bigBatch, double bigSquaredNorm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallBatch);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(bigBatch, smallBatch);
        if (!double.IsFinite(smallSquaredNorm) || !double.IsFinite(bigSquaredNorm))
            return false;
        var signal = ((bigBatch * bigSquaredNorm) - (smallBatch * smallSquaredNorm)) / (bigBatch - smallBatch);
        var noise = (smallSquaredNorm - bigSquaredNorm) / ((1 / smallBatch) - (1 / bigBatch));
        var keep = 1 - (1 / Math.Min(_smoothing, Count + 1.0));
        Count++;
        Blend(ref _noise, keep, noise);
        Blend(ref _signal, keep, signal);
        Blend(ref _noiseSquares, keep, noise * noise);
        Blend(ref _signalSquares, keep, signal * signal);
        Blend(ref _products, keep, noise * signal);
        Blend(ref _weight, keep, 1);
        _weightSquares = (keep * keep * _weightSquares) + ((1 - keep) * (1 - keep));
        return true;
    }

    /// <summary>The measured critical batch beside the predicted one, for batches in tokens; null until there is a measured one.</summary>
    public CriticalBatchComparison? Against(BatchTokens predicted) =>
        Value is { } value ? new(new BatchTokens(value), predicted, RelativeError) : null;

    private static void Blend(ref double average, double keep, double value) => average = (keep * average) + ((1 - keep) * value);
}

/// <summary>A measured critical batch beside a predicted one.</summary>
/// <param name="Measured">The gradient noise scale, in tokens.</param>
/// <param name="Predicted">What a law says.</param>
/// <param name="RelativeError">The standard error of the measured one over it.</param>
public sealed record CriticalBatchComparison(BatchTokens Measured, BatchTokens Predicted, double? RelativeError)
{
    /// <summary>Measured over predicted.</summary>
    public double Ratio => Measured.Count / Predicted.Count;
}
