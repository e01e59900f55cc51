using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Charts.Drawing;

/// <summary>From values to places on an axis.</summary>
internal sealed class Scale
{
    private readonly bool _logarithmic;
    private readonly Axis _axis;

    public Scale(Axis axis, IEnumerable<double> values)
    {
        (_axis, _logarithmic) = (axis, axis.Logarithmic);
        if (axis.Names.Count > 0)
        {
            (Least, Most) = (-0.5, axis.Names.Count - 0.5);
            return;
        }

        if (axis.Ends is { } ends)
        {
            (Least, Most) = (Inner(ends.From), Inner(ends.To));
            return;
        }

        var inner = values.Where(value => double.IsFinite(value) && (value > 0 || !_logarithmic)).Select(Inner).DefaultIfEmpty(0).ToList();
        var (least, most) = (inner.Min(), inner.Max());
        var margin = Math.Max((most - least) * 0.05, _logarithmic ? 0.1 : Math.Max(Math.Abs(most) * 1e-3, 1e-12));
        (Least, Most) = (least - margin, most + margin);
    }

    /// <summary>The start of the axis, as a power of ten where it is logarithmic.</summary>
    public double Least { get; }

    /// <summary>The end of the axis, as a power of ten where it is logarithmic.</summary>
    public double Most { get; }

    /// <summary>0 at the axis's start, 1 at its end.</summary>
    public double At(double value) => (Inner(value) - Least) / (Most - Least);

    /// <summary>The densest round values within the axis, with their labels, of which a reader says that they fit.</summary>
    public IReadOnlyList<(double Value, string Label)> Ticks(Func<IReadOnlyList<(double Value, string Label)>, bool> fits)
    {
        if (_axis.Names.Count > 0)
            return [.. _axis.Names.Select(static (name, index) => ((double)index, name))];
        foreach (var ticks in _logarithmic ? RoundNumbers.OfPowers(Least, Most) : RoundNumbers.OfSteps(Least, Most))
        {
            if (fits(ticks))
                return ticks;
        }

        return [];
    }

    private double Inner(double value) => _logarithmic ? Math.Log10(value) : value;
}
