namespace ScalingSdk.Laws;

/// <summary>The learning rates of a run as straight lines between knots: what a schedule law integrates.</summary>
public sealed class RatePath
{
    private readonly double[] _steps;
    private readonly double[] _rates;

    /// <summary>A path through these knots, with steps ascending.</summary>
    public RatePath(IReadOnlyList<double> steps, IReadOnlyList<double> rates)
    {
        if (steps is null || rates is null || steps.Count != rates.Count || steps.Count == 0)
            throw new ArgumentException("a path has as many rates as steps, and at least one", nameof(steps));
        _steps = [.. steps];
        _rates = [.. rates];
    }

    /// <summary>The steps of the knots.</summary>
    public IReadOnlyList<double> Steps => _steps;

    /// <summary>The rates of the knots.</summary>
    public IReadOnlyList<double> Rates => _rates;

    /// <summary>The highest rate.</summary>
    public double Peak => _rates.Max();

    /// <summary>The knot of the highest rate: what lies before is the warm-up.</summary>
    internal int PeakKnot
    {
        get
        {
            var peak = 0;
            for (var i = 1; i < _rates.Length; i++)
            {
                if (_rates[i] > _rates[peak])
                    peak = i;
            }

            return peak;
        }
    }

    /// <summary>The sum of the rates to each knot: what came before the first one is taken at its rate.</summary>
    internal double[] Sums()
    {
        var sums = new double[_steps.Length];
        sums[0] = _rates[0] * (_steps[0] + 1);
        for (var i = 1; i < sums.Length; i++)
        {
            // The rates of the steps after the last knot up to this one, on a straight line.
            var h = _steps[i] - _steps[i - 1];
            sums[i] = sums[i - 1] + (h * _rates[i - 1]) + ((_rates[i] - _rates[i - 1]) * (h + 1) / 2);
        }

        return sums;
    }

    /// <summary>The annealing area to each knot: the fall of the rate, which fades by <paramref name="lambda"/> a step, summed over the steps.</summary>
    /// <remarks>The warm-up does not count.</remarks>
    internal double[] Areas(double lambda)
    {
        var areas = new double[_steps.Length];
        double momentum = 0, area = 0;
        var (peak, rest) = (PeakKnot, 1 - lambda);
        for (var i = 1; i < areas.Length; i++)
        {
            var h = _steps[i] - _steps[i - 1];
            var fall = i <= peak ? 0 : (_rates[i - 1] - _rates[i]) / h;
            var kept = Math.Pow(lambda, h);
            var faded = lambda * (1 - kept) / rest;
            area += (momentum * faded) + (fall * (h - faded) / rest);
            momentum = (kept * momentum) + (fall * (1 - kept) / rest);
            areas[i] = area;
        }

        return areas;
    }
}
