using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Charts.Drawing;

/// <summary>What each line and fill is: side by side, and on a further row where the picture ends.</summary>
internal sealed class Legend
{
    private const double Swatch = 22;
    private const double Gap = 6;
    private const double Between = 18;
    private readonly List<Shape> _shapes = [];
    private readonly double _left;
    private readonly double _right;
    private double _x;

    private Legend(double left, double right, double y) => (_left, _right, _x, Bottom) = (left, right, left, y);

    /// <summary>The middle of the last row.</summary>
    public double Bottom { get; private set; }

    public IReadOnlyList<Shape> Shapes => _shapes;

    public static Legend Of(Chart chart, CurveLooks looks, double left, double right, double y)
    {
        var legend = new Legend(left, right, y);
        for (var i = 0; i < chart.Curves.Count; i++)
        {
            var index = i;
            legend.Add(chart.Curves[i].Name, (x, middle) => legend.Line(looks, index, x, middle));
        }

        foreach (var area in chart.Areas)
            legend.Add(area.Name, (x, middle) => legend._shapes.Add(new RectangleShape("swatch", looks.Area(area), new(x, middle - 6, x + Swatch, middle + 6))));
        if (chart.DotsAre is { } dots)
            legend.Add(dots, (x, middle) => legend._shapes.Add(new CircleShape("swatch", looks.Dot(own: false), new(x + (Swatch / 2), middle), 4)));
        if (chart.Curves.Any(static curve => curve.Points.Any(static point => !point.Observed)))
            legend.Add("dashed: beyond the observed runs", (x, middle) => legend._shapes.Add(new LineShape("swatch", looks.Unobserved, new(x, middle), new(x + Swatch, middle))));
        return legend;
    }

    private void Line(CurveLooks looks, int index, double x, double middle)
    {
        _shapes.Add(new LineShape("swatch", looks.Curve(index, observed: true), new(x, middle), new(x + Swatch, middle)));
        if (looks.Symbol(index, new(x + (Swatch / 2), middle)) is { } symbol)
            _shapes.Add(symbol);
    }

    private void Add(string name, Action<double, double> swatch)
    {
        var lines = TextSize.Wrap(name, _right - _left - Swatch - Gap);
        var width = Swatch + Gap + lines.Max(static line => TextSize.Width(line));
        if (_x > _left && (_x + width > _right || lines.Count > 1))
            (_x, Bottom) = (_left, Bottom + TextSize.Line + 2);
        swatch(_x, Bottom);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                Bottom += TextSize.Line;
            _shapes.Add(new TextShape("legend", new(Ink.Soft), new(_x + Swatch + Gap, Bottom + 4), lines[i], Anchor.Start));
        }

        _x = lines.Count > 1 ? _right : _x + width + Between;
    }
}
