using ScalingSdk.Charts.Pictures;
using System.Net;
using System.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Drawing;

/// <summary>Draws a chart as SVG: the colours are those of the page, the title and description those of the chart.</summary>
internal sealed class SvgChart
{
    private const int Width = 720;
    private const int Height = 440;
    private const int Left = 72;
    private const int Right = 16;
    private const int BelowLegend = 22;
    private const int LegendLine = 18;
    private const int Bottom = 52;
    private readonly Chart _chart;
    private readonly Scale _x;
    private readonly Scale _y;
    private readonly StringBuilder _svg = new();
    private readonly List<(double X, double Y)> _legend;
    private readonly double _top;
    private readonly LabelPlaces _places;

    private SvgChart(Chart chart)
    {
        (_chart, _x, _y) = (chart, new Scale(chart.X, chart.AllX), new Scale(chart.Y, chart.AllY));
        _legend = Legend(chart);
        _top = _legend.Select(static place => place.Y).DefaultIfEmpty(BelowLegend).Max() + BelowLegend;
        _places = new LabelPlaces(Width - Right, Height - Bottom, Left, _top);
    }

    /// <summary>The picture; <paramref name="standalone"/> gives it the colours that a page else has.</summary>
    public static string Write(Chart chart, string prefix, bool standalone) => new SvgChart(chart).Draw(prefix, standalone);

    private string Draw(string prefix, bool standalone)
    {
        var (title, description) = (prefix + "-title", prefix + "-desc");
        _svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 {Number(Width)} {Number(Height)}\" aria-labelledby=\"{title} {description}\">\n");
        _svg.Append($"<title id=\"{title}\">{Escape(_chart.Title)}</title>\n<desc id=\"{description}\">{Escape(_chart.Description)}</desc>\n");
        if (standalone)
            _svg.Append("<style>").Append(Theme.Variables(":root")).Append(Theme.Chart).Append("</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        DrawAxes();
        foreach (var band in _chart.Areas)
            DrawBand(band);
        foreach (var mark in _chart.Marks.OrderBy(static mark => mark.X))
            DrawMark(mark);
        for (var i = 0; i < _chart.Curves.Count; i++)
            DrawCurve(_chart.Curves[i], i);
        DrawDots();
        DrawLegend();
        return _svg.Append("</svg>\n").ToString();
    }

    private void DrawAxes()
    {
        foreach (var (value, label) in _x.Ticks())
        {
            Line("grid", X(value), _top, X(value), Height - Bottom);
            Text("tick", X(value), Height - Bottom + 18, label, "middle");
        }

        foreach (var (value, label) in _y.Ticks())
        {
            Line("grid", Left, Y(value), Width - Right, Y(value));
            Text("tick", Left - 8, Y(value) + 4, label, "end");
        }

        Line("axis", Left, Height - Bottom, Width - Right, Height - Bottom);
        Line("axis", Left, _top, Left, Height - Bottom);
        Text("axis-title", (Left + Width - Right) / 2.0, Height - 10, _chart.X.Title, "middle");
        var middle = (_top + Height - Bottom) / 2.0;
        _svg.Append($"<text class=\"axis-title\" text-anchor=\"middle\" transform=\"translate(16 {Number(middle)}) rotate(-90)\">{Escape(_chart.Y.Title)}</text>\n");
    }

    private void DrawBand(Area band)
    {
        var path = new StringBuilder();
        foreach (var (x, low, _) in band.Edges)
            path.Append(path.Length == 0 ? "M" : "L").Append(Place(x, low));
        foreach (var (x, _, high) in band.Edges.Reverse())
            path.Append('L').Append(Place(x, high));
        _svg.Append($"<path class=\"band\" d=\"{path}Z\"><title>{Escape(band.Name)}</title></path>\n");
    }

    private void DrawMark(Mark mark)
    {
        Line("mark", X(mark.X), _top, X(mark.X), Height - Bottom);
        var (x, y, anchor) = _places.BesideLine(X(mark.X), mark.Label);
        Text("mark-label", x, y, mark.Label, anchor);
    }

    private void DrawCurve(Curve curve, int index)
    {
        var points = string.Join(' ', curve.Points.Where(static point => double.IsFinite(point.Y)).Select(point => Place(point.X, point.Y)));
        _svg.Append($"<polyline class=\"curve c{Number(index + 1)}{(curve.Dashed ? " dashed" : "")}\" points=\"{points}\"><title>{Escape(curve.Name)}</title></polyline>\n");
    }

    private void DrawDots()
    {
        foreach (var dot in _chart.Dots)
            _places.Take(X(dot.X), Y(dot.Y));

        // The reader's own first: it gets its label before the others crowd it.
        foreach (var dot in _chart.Dots.OrderByDescending(static dot => dot.Own))
        {
            var (x, y) = (X(dot.X), Y(dot.Y));
            _svg.Append($"<circle class=\"dot{(dot.Own ? " own" : "")}\" cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{(dot.Own ? "6" : "4")}\"><title>{Escape(dot.Label)}</title></circle>\n");
            if (dot.Label.Length > 0 && _places.Beside(x, y, dot.Label) is { } place)
                Text(dot.Own ? "label own" : "label", place.X, place.Y, dot.Label, place.Anchor);
        }
    }

    private void DrawLegend()
    {
        for (var i = 0; i < _chart.Curves.Count; i++)
        {
            var (curve, x, y) = (_chart.Curves[i], _legend[i].X, _legend[i].Y);
            _svg.Append($"<line class=\"curve c{Number(i + 1)}{(curve.Dashed ? " dashed" : "")}\" x1=\"{Number(x)}\" y1=\"{Number(y)}\" x2=\"{Number(x + 22)}\" y2=\"{Number(y)}\"/>\n");
            Text("tick", x + 28, y + 4, curve.Name, "start");
        }

        for (var i = 0; i < _chart.Areas.Count; i++)
        {
            var (band, x, y) = (_chart.Areas[i], _legend[_chart.Curves.Count + i].X, _legend[_chart.Curves.Count + i].Y);
            _svg.Append($"<rect class=\"band\" x=\"{Number(x)}\" y=\"{Number(y - 7)}\" width=\"22\" height=\"14\"/>\n");
            Text("tick", x + 28, y + 4, band.Name, "start");
        }
    }

    // Curves, then bands: side by side, and on a further line where the picture ends.
    private static List<(double X, double Y)> Legend(Chart chart)
    {
        var places = new List<(double X, double Y)>();
        var (x, y) = ((double)Left, 22.0);
        foreach (var name in chart.Curves.Select(static curve => curve.Name).Concat(chart.Areas.Select(static band => band.Name)))
        {
            var width = 28 + LabelPlaces.WidthOf(name);
            if (x > Left && x + width > Width - Right)
                (x, y) = (Left, y + LegendLine);
            places.Add((x, y));
            x += width + 16;
        }

        return places;
    }

    private void Line(string style, double x1, double y1, double x2, double y2) => _svg.Append(
        $"<line class=\"{style}\" x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"/>\n");

    private void Text(string style, double x, double y, string text, string anchor) => _svg.Append(
        $"<text class=\"{style}\" x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\">{Escape(text)}</text>\n");

    private double X(double value) => Left + (_x.At(value) * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - (_y.At(value) * (Height - _top - Bottom));

    private string Place(double x, double y) => $"{Number(X(x))},{Number(Y(y))}";

    private static string Number(double value) => NumberText.Round(Math.Round(value, 1));

    private static string Escape(string text) => WebUtility.HtmlEncode(OutsideText.NeutralLines(text));
}
