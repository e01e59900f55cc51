using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Projection;

/// <summary>Draws starts: constants over the ranges in which they make a difference, and over their bounds.</summary>
internal sealed class StartSampler
{
    private readonly LawModel _model;
    private readonly FormulaBox _box;
    private readonly StartScale?[] _scales;
    private readonly int[] _order;
    private readonly double[] _values;

    internal StartSampler(LawModel model, FormulaBox box)
    {
        (_model, _box) = (model, box);
        var nodes = model.Roots.SelectMany(LawTape.Reachable).GroupBy(static node => node.Id).Select(static group => group.First()).OrderBy(static node => node.Id).ToList();
        var present = new HashSet<int>(nodes.Where(static node => node.Parameter >= 0).Select(static node => node.Parameter));
        var rows = model.Rows / model.Equations;
        _scales = [.. Enumerable.Range(0, model.Constants.Count).Select(c => present.Contains(c) ? StartScale.Of(c, nodes, rows, model.RunCount, model.Constants.Count) : null)];
        _order = [.. Enumerable.Range(0, model.Constants.Count).OrderBy(c => _scales[c]?.Order ?? -1)];
        _values = new double[rows];
    }

    /// <summary>Writes the i-th start of a seed.</summary>
    internal void Draw(int seed, int i, double[] theta)
    {
        var random = SplitMix64.Stream(seed, i);
        var byBounds = i % 2 == 1;
        for (var c = 0; c < theta.Length; c++)
            theta[c] = _box.Clamp(c, 0.5);
        foreach (var c in _order)
        {
            var bounded = !double.IsInfinity(_box.Low[c]) && !double.IsInfinity(_box.High[c]);
            theta[c] = byBounds && bounded ? BetweenBounds(c, ref random)
                : _scales[c] is { } scale && (!byBounds || random.NextDouble() < 0.6) ? Scaled(c, scale, theta, ref random)
                : bounded ? BetweenBounds(c, ref random)
                : Inside(c, (random.NextDouble() < 0.25 ? -1 : 1) * Math.Pow(10, (3 * random.NextDouble()) - 1.5), ref random);
        }
    }

    private static int Sign(ref SplitMix64 random) => random.NextDouble() < 0.5 ? -1 : 1;

    private double Scaled(int c, StartScale scale, double[] theta, ref SplitMix64 random)
    {
        var value = Sign(ref random) * scale.Spread * Math.Pow(10, (1.8 * random.NextDouble()) - 1.1);
        if (scale.Multiplied is { } multiplied)
        {
            multiplied.Evaluate(theta, _values, 0, null, 0);
            var size = Typical();
            if (!(size > 0) || double.IsInfinity(size))
                return BetweenBounds(c, ref random);
            value = Sign(ref random) * Math.Pow(10, (3 * random.NextDouble()) - 1.5) / (size * Math.Abs(scale.Factor));
        }

        if (scale.Sum is { } sum)
        {
            // The scalar as drawn so far is in the sum: what is left without it is shifted to a middle of about its own spread.
            sum.Evaluate(theta, _values, 0, null, 0);
            var (mean, deviation) = StartScale.Moments(_values, _model.RunCount);
            var present = sum.ScalarParts.Values[sum.ScalarParts.Slot(scale.Chain.Part)];
            value = present - ((mean - (value * Math.Max(0.3, deviation))) / scale.Factor);
            if (double.IsNaN(value) || double.IsInfinity(value))
                return BetweenBounds(c, ref random);
        }

        if (scale.Chain.Chain.Count == 1)
            return Inside(c, value, ref random);
        var scalars = Scalars(scale, theta);
        var constant = scale.Chain.Invert(value, scalars);
        if (double.IsNaN(constant))
            constant = scale.Chain.Invert(-value, scalars);
        return double.IsNaN(constant) || double.IsInfinity(constant) ? BetweenBounds(c, ref random) : Inside(c, constant, ref random);
    }

    // The scalar's other operands, at the constants drawn so far.
    private static ScalarProgram Scalars(StartScale scale, double[] theta)
    {
        var program = new ScalarProgram(LawTape.Reachable(scale.Chain.Part).Where(static node => node.Kind == GraphKind.Scalar), theta.Length);
        program.Evaluate(theta, slopes: false);
        return program;
    }

    private double Inside(int c, double value, ref SplitMix64 random) =>
        value >= _box.Low[c] && value <= _box.High[c] ? value
        : -value >= _box.Low[c] && -value <= _box.High[c] ? -value
        : BetweenBounds(c, ref random);

    private double BetweenBounds(int c, ref SplitMix64 random)
    {
        double low = _box.Low[c], high = _box.High[c], share = random.NextDouble();
        if (double.IsInfinity(low) && double.IsInfinity(high))
            return (2 * share) - 1;
        if (double.IsInfinity(high))
            return low + Math.Pow(10, (4 * share) - 2);
        if (double.IsInfinity(low))
            return high - Math.Pow(10, (4 * share) - 2);
        if (low >= 0 && high > 100 * Math.Max(low, high * 1e-12))
        {
            var least = Math.Max(low, high * 1e-9);
            return least * Math.Pow(high / least, share);
        }

        return low + (share * (high - low));
    }

    private double Typical()
    {
        double sum = 0;
        for (var i = 0; i < _model.RunCount; i++)
            sum += Math.Abs(_values[i]) / _model.RunCount;
        return sum;
    }
}
