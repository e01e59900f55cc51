using System.Globalization;
using System.Xml.Linq;
using ScalingSdk.Charts.Drawing;

namespace ScalingSdk.Charts.Tests;

/// <summary>A picture read back: places become values again by the labels of the axes, as a reader takes them.</summary>
internal sealed class DrawnChart
{
    /// <summary>Places are written to a tenth of a pixel.</summary>
    public const double Pixel = 0.25;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly XElement _svg;
    private readonly (double At, double Value)[] _x;
    private readonly (double At, double Value)[] _y;
    private readonly bool _linearX;
    private readonly bool _linearY;

    private DrawnChart(string svg, bool linearX, bool linearY)
    {
        (_svg, _linearX, _linearY) = (XDocument.Parse(svg).Root!, linearX, linearY);
        _x = [.. Texts("tick x").Select(static tick => ((double)tick.Attribute("x")!, Number(tick.Value)))];
        _y = [.. Texts("tick y").Select(static tick => ((double)tick.Attribute("y")! - 4, Number(tick.Value)))];
    }

    public string Description => _svg.Element(Svg + "desc")!.Value;

    public IEnumerable<string> Labels => _svg.Elements(Svg + "text").Select(static text => text.Value);

    /// <summary>As wide as pictures are: a tenth of a pixel is then little of a value.</summary>
    public static DrawnChart Of(string svg, bool linearX = false, bool linearY = false) => new(svg, linearX, linearY);

    public static ChartOptions Wide { get; } = new(ChartOptions.Most, ChartTheme.Light);

    /// <summary>The spots of a curve of a name, in pixels.</summary>
    public IReadOnlyList<(double X, double Y)> Curve(string name) => [.. Paths("curve", name).SelectMany(static path => Spots((string)path.Attribute("d")!))];

    /// <summary>True for each piece of a curve that is dashed.</summary>
    public IEnumerable<bool> Dashed(string name) => Paths("curve", name).Select(static path => path.Attribute("stroke-dasharray") is not null);

    /// <summary>The spots of a fill: along its upper edge, and back along the lower one.</summary>
    public IReadOnlyList<(double X, double Y)> Area(string name) => [.. Paths("area", name).SelectMany(static path => Spots((string)path.Attribute("d")!))];

    /// <summary>The sides of a stretch of the axis of x, in values.</summary>
    public (double From, double To) Stretch(string name)
    {
        var box = _svg.Elements(Svg + "rect").Single(box => box.Element(Svg + "title")?.Value == name);
        return (X((double)box.Attribute("x")!), X((double)box.Attribute("x")! + (double)box.Attribute("width")!));
    }

    public (double X, double Y) Dot(string label) => Dots(dot => dot.Element(Svg + "title")?.Value == label).Single();

    public IReadOnlyList<(double X, double Y)> Dots() => [.. Dots(static dot => dot.Element(Svg + "title") is null)];

    /// <summary>The value at which a vertical line stands.</summary>
    public double Mark(string label) => X((double)_svg.Elements(Svg + "line").Single(line => line.Element(Svg + "title")?.Value == label).Attribute("x1")!);

    /// <summary>The value at a place on the axis of x.</summary>
    public double X(double at) => Value(_x, at, _linearX);

    public double Y(double at) => Value(_y, at, _linearY);

    /// <summary>The place of a value.</summary>
    public double PlaceOfX(double value) => Place(_x, value, _linearX);

    public double PlaceOfY(double value) => Place(_y, value, _linearY);

    /// <summary>Holds that every spot lies where a function of its x says.</summary>
    public void Follows(IReadOnlyList<(double X, double Y)> spots, Func<double, double> expected)
    {
        Assert.True(spots.Count > 10, $"{spots.Count.ToString(CultureInfo.InvariantCulture)} spots are no curve: look at what the chart draws");
        Assert.All(spots, spot =>
        {
            // Half the last digit of x moves y along the slope.
            var (low, high) = (PlaceOfY(expected(X(spot.X - 0.06))), PlaceOfY(expected(X(spot.X + 0.06))));
            Assert.InRange(spot.Y, Math.Min(low, high) - Pixel, Math.Max(low, high) + Pixel);
        });
    }

    private static double Value((double At, double Value)[] ticks, double at, bool linear)
    {
        var (first, last) = (ticks[0], ticks[^1]);
        var share = (at - first.At) / (last.At - first.At);
        return linear ? first.Value + (share * (last.Value - first.Value)) : first.Value * Math.Pow(last.Value / first.Value, share);
    }

    private static double Place((double At, double Value)[] ticks, double value, bool linear)
    {
        var (first, last) = (ticks[0], ticks[^1]);
        var share = linear ? (value - first.Value) / (last.Value - first.Value) : Math.Log(value / first.Value) / Math.Log(last.Value / first.Value);
        return first.At + (share * (last.At - first.At));
    }

    private static double Number(string label) => double.Parse(label.TrimEnd('K', 'M', 'B', 'T'), CultureInfo.InvariantCulture)
        * label[^1] switch { 'K' => 1e3, 'M' => 1e6, 'B' => 1e9, 'T' => 1e12, _ => 1 };

    // The end of each part of a path.
    private static IEnumerable<(double X, double Y)> Spots(string path) => path.Split(['M', 'L', 'C', 'Z'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static part => part.Split(' ')[^1].Split(','))
        .Select(static spot => (double.Parse(spot[0], CultureInfo.InvariantCulture), double.Parse(spot[1], CultureInfo.InvariantCulture)));

    private IEnumerable<XElement> Texts(string kind) => _svg.Elements(Svg + "text").Where(text => ((string)text.Attribute("class")!).StartsWith(kind + " ", StringComparison.Ordinal));

    private IEnumerable<XElement> Paths(string kind, string name) => _svg.Elements(Svg + "path")
        .Where(path => ((string)path.Attribute("class")!).StartsWith(kind + " ", StringComparison.Ordinal) && path.Element(Svg + "title")?.Value == name);

    private IEnumerable<(double X, double Y)> Dots(Func<XElement, bool> which) => _svg.Elements(Svg + "circle")
        .Where(static dot => ((string)dot.Attribute("class")!).StartsWith("dot", StringComparison.Ordinal))
        .Where(which).Select(static dot => ((double)dot.Attribute("cx")!, (double)dot.Attribute("cy")!));
}
