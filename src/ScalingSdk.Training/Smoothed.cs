namespace ScalingSdk.Training;

/// <summary>An average over a span of tokens, and how sure it is.</summary>
internal sealed class Smoothed(double span)
{
    private double _weight;
    private double _mean;
    private double _variance;
    private double _squares;

    internal int Count { get; private set; }

    internal double Mean => _mean / _weight;

    /// <summary>The standard error of the mean, as if the values were independent.</summary>
    internal double Error => Count < 2 ? double.PositiveInfinity : Math.Sqrt(_variance / _weight * _squares) / _weight;

    internal void Add(double value, double tokensSinceLast)
    {
        var keep = Math.Exp(-Math.Max(0, tokensSinceLast) / span);
        if (Count > 0)
        {
            var difference = value - Mean;
            _variance = (keep * _variance) + ((1 - keep) * difference * difference);
        }

        _mean = (keep * _mean) + ((1 - keep) * value);
        _weight = (keep * _weight) + (1 - keep);
        _squares = (keep * keep * _squares) + ((1 - keep) * (1 - keep));
        Count++;
    }
}
