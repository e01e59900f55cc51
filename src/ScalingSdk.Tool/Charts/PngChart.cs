using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Pictures;
using ScottPlot;

namespace ScalingSdk.Tool.Charts;

/// <summary>Draws a chart as PNG. The drawing library is loaded here and nowhere else: no other command waits for it.</summary>
internal static class PngChart
{
    private const int Dense = 2;
    private const int AreaWidth = 640;
    private const int AreaHeight = 360;
    private static readonly Color[] Colors = [Color.FromHex("#1f6feb"), Color.FromHex("#b35900"), Color.FromHex("#1a7f37"), Color.FromHex("#8250df")];
    private static readonly Color Own = Color.FromHex("#cf222e");
    private static readonly Color Soft = Color.FromHex("#596066");

    public static byte[] Write(Chart chart)
    {
        using var plot = new Plot();
        plot.Title(chart.Title, size: 16);
        plot.XLabel(chart.X.Title, size: 13);
        plot.YLabel(chart.Y.Title, size: 13);
        foreach (var band in chart.Areas)
            Draw(plot, chart, band);
        for (var i = 0; i < chart.Curves.Count; i++)
            Draw(plot, chart, chart.Curves[i], Colors[i % Colors.Length]);
        var (x, y) = (new Scale(chart.X, chart.AllX), new Scale(chart.Y, chart.AllY));
        foreach (var mark in chart.Marks)
            Draw(plot, chart, mark, y);
        DrawDots(plot, chart, x, y);
        Ticks(plot.Axes.Bottom, chart.X, x);
        Ticks(plot.Axes.Left, chart.Y, y);
        plot.ShowLegend(Edge.Bottom);
        plot.ScaleFactor = Dense;
        return plot.GetImage(720 * Dense, 520 * Dense).GetImageBytes(ImageFormat.Png);
    }

    private static void Draw(Plot plot, Chart chart, Area band)
    {
        var fill = plot.Add.FillY(
            band.Edges.Select(edge => X(chart, edge.X)).ToArray(),
            band.Edges.Select(edge => Y(chart, edge.Low)).ToArray(),
            band.Edges.Select(edge => Y(chart, edge.High)).ToArray());
        fill.FillColor = Colors[0].WithAlpha(.15);
        fill.LineWidth = 0;
        fill.LegendText = band.Name;
    }

    private static void Draw(Plot plot, Chart chart, Curve curve, Color color)
    {
        var line = plot.Add.ScatterLine(
            curve.Points.Select(point => X(chart, point.X)).ToArray(), curve.Points.Select(point => Y(chart, point.Y)).ToArray(), color);
        line.LineWidth = 2;
        line.LinePattern = curve.Dashed ? LinePattern.Dashed : LinePattern.Solid;
        line.LegendText = curve.Name;
    }

    private static void Draw(Plot plot, Chart chart, Mark mark, Scale y)
    {
        plot.Add.VerticalLine(X(chart, mark.X), width: 1, color: Soft, pattern: LinePattern.Dotted);
        var label = plot.Add.Text(mark.Label, X(chart, mark.X), y.Most);
        label.LabelFontColor = Soft;
        label.LabelFontSize = 10;
        label.LabelRotation = -90;
        label.LabelAlignment = Alignment.UpperRight;
    }

    // The labels lie as in the SVG: where there is room, the reader's own first.
    private static void DrawDots(Plot plot, Chart chart, Scale x, Scale y)
    {
        var places = new LabelPlaces(AreaWidth, AreaHeight, 0, 0);
        foreach (var dot in chart.Dots)
            places.Take(x.At(dot.X) * AreaWidth, (1 - y.At(dot.Y)) * AreaHeight);
        foreach (var dot in chart.Dots.OrderByDescending(static dot => dot.Own))
        {
            var color = dot.Own ? Own : Soft;
            plot.Add.Marker(X(chart, dot.X), Y(chart, dot.Y), size: dot.Own ? 11 : 6, color: color);
            var (left, top) = (x.At(dot.X) * AreaWidth, (1 - y.At(dot.Y)) * AreaHeight);
            if (dot.Label.Length == 0 || places.Beside(left, top, dot.Label) is not { } place)
                continue;
            var label = plot.Add.Text(dot.Label, X(chart, dot.X), Y(chart, dot.Y));
            label.LabelFontColor = color;
            label.LabelFontSize = dot.Own ? 12 : 10;
            label.OffsetX = (float)(place.X - left);
            label.OffsetY = (float)(place.Y - top);
            label.LabelAlignment = place.Anchor switch { "start" => Alignment.LowerLeft, "end" => Alignment.LowerRight, _ => Alignment.LowerCenter };
        }
    }

    private static void Ticks(IAxis axis, Axis described, Scale scale)
    {
        var ticks = scale.Ticks();
        axis.SetTicks([.. ticks.Select(tick => Place(described, tick.Value))], [.. ticks.Select(static tick => tick.Label)]);
    }

    private static double X(Chart chart, double value) => Place(chart.X, value);

    private static double Y(Chart chart, double value) => Place(chart.Y, value);

    private static double Place(Axis axis, double value) => axis.Logarithmic ? Math.Log10(value) : value;
}
