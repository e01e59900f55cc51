using ScottPlot;

namespace ScalingSdk.Tool.Charts;

/// <summary>Draws a chart as PNG. The drawing library is loaded here and nowhere else: no other command waits for it.</summary>
internal static class PngChart
{
    private const int Scale = 2;
    private static readonly Color[] Colors = [Color.FromHex("#1f6feb"), Color.FromHex("#b35900"), Color.FromHex("#1a7f37"), Color.FromHex("#8250df")];
    private static readonly Color Own = Color.FromHex("#cf222e");
    private static readonly Color Soft = Color.FromHex("#596066");

    public static byte[] Write(Chart chart)
    {
        using var plot = new Plot();
        plot.Title(chart.Title, size: 16);
        plot.XLabel(chart.X.Title, size: 13);
        plot.YLabel(chart.Y.Title, size: 13);
        foreach (var band in chart.Bands)
            Draw(plot, chart, band);
        for (var i = 0; i < chart.Curves.Count; i++)
            Draw(plot, chart, chart.Curves[i], Colors[i % Colors.Length]);
        foreach (var mark in chart.Marks)
        {
            var line = plot.Add.VerticalLine(X(chart, mark.X), width: 1, color: Soft, pattern: LinePattern.Dotted);
            line.LegendText = mark.Label;
        }

        foreach (var dot in chart.Dots)
            Draw(plot, chart, dot);
        Ticks(plot.Axes.Bottom, chart.X, new Charts.Scale(chart.X, chart.AllX));
        Ticks(plot.Axes.Left, chart.Y, new Charts.Scale(chart.Y, chart.AllY));
        plot.ShowLegend(Edge.Bottom);
        plot.ScaleFactor = Scale;
        return plot.GetImage(720 * Scale, 520 * Scale).GetImageBytes(ImageFormat.Png);
    }

    private static void Draw(Plot plot, Chart chart, Band band)
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

    private static void Draw(Plot plot, Chart chart, Dot dot)
    {
        var color = dot.Own ? Own : Soft;
        var (x, y) = (X(chart, dot.X), Y(chart, dot.Y));
        plot.Add.Marker(x, y, size: dot.Own ? 11 : 6, color: color);
        var label = plot.Add.Text(dot.Label, x, y);
        label.LabelFontColor = color;
        label.LabelFontSize = dot.Own ? 13 : 9;
        label.OffsetX = 6;
        label.OffsetY = -6;
    }

    private static void Ticks(IAxis axis, Axis described, Charts.Scale scale)
    {
        var ticks = scale.Ticks();
        axis.SetTicks([.. ticks.Select(tick => Place(described, tick.Value))], [.. ticks.Select(static tick => tick.Label)]);
    }

    private static double X(Chart chart, double value) => Place(chart.X, value);

    private static double Y(Chart chart, double value) => Place(chart.Y, value);

    private static double Place(Axis axis, double value) => axis.Logarithmic ? Math.Log10(value) : value;
}
