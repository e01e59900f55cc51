using ScalingSdk.Charts.Pictures;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Drawing;

/// <summary>From values to places on an axis, with round ticks.</summary>
internal sealed class Scale
{
    private readonly double _least;
    private readonly double _most;
    private readonly bool _logarithmic;

    public Scale(Axis axis, IEnumerable<double> values)
    {
        _logarithmic = axis.Logarithmic;
        var inner = values.Where(value => double.IsFinite(value) && (value > 0 || !_logarithmic)).Select(Inner).DefaultIfEmpty(0).ToList();
        var (least, most) = (inner.Min(), inner.Max());
        var margin = Math.Max((most - least) * 0.05, _logarithmic ? 0.1 : Math.Max(Math.Abs(most) * 1e-3, 1e-12));
        (_least, _most) = (least - margin, most + margin);
    }

    /// <summary>The end of the axis, as a power of ten where it is logarithmic.</summary>
    public double Most => _most;

    /// <summary>0 at the axis's start, 1 at its end.</summary>
    public double At(double value) => (Inner(value) - _least) / (_most - _least);

    /// <summary>Round values within the axis with their labels.</summary>
    public IReadOnlyList<(double Value, string Label)> Ticks() => _logarithmic ? Powers() : Steps();

    private double Inner(double value) => _logarithmic ? Math.Log10(value) : value;

    private List<(double Value, string Label)> Powers()
    {
        var decades = _most - _least;
        double[] digits = decades > 3 ? [1] : decades > 1.2 ? [1, 3] : [1, 2, 3, 5, 7];
        var every = Math.Max(1, (int)Math.Ceiling(decades / 8));
        var ticks = new List<(double, string)>();
        for (var power = (int)Math.Floor(_least); power <= _most; power++)
        {
            foreach (var digit in digits)
            {
                var at = power + Math.Log10(digit);
                if (at >= _least && at <= _most && (every == 1 || power % every == 0))
                    ticks.Add((digit * Math.Pow(10, power), Label(digit * Math.Pow(10, power))));
            }
        }

        return ticks;
    }

    private List<(double Value, string Label)> Steps()
    {
        var rough = (_most - _least) / 6;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { > 5 => 10, > 2 => 5, > 1 => 2, _ => 1 });
        var ticks = new List<(double, string)>();
        for (var i = Math.Ceiling(_least / step); i * step <= _most && ticks.Count < 20; i++)
            ticks.Add((i * step, Label(i * step)));
        return ticks;
    }

    private static string Label(double value) => value >= 1e15 ? NumberText.Scientific(value) : NumberText.Compact(NumberText.RoundTo12(value));
}
