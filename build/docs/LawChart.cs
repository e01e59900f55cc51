using ScalingSdk.Charts;
using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Docs;

/// <summary>The plot of a law, drawn as every other chart is.</summary>
internal static class LawChart
{
    private const int Samples = 96;
    private const int Edges = 32;

    public static string Svg(LawPage page) => ChartSvg.Of(Of(page.Id, page.Plot), new());

    public static Chart Of(string id, Plot plot) => new()
    {
        Id = id,
        Title = plot.Title,
        Description = plot.Description,
        X = AxisOf(plot.X),
        Y = AxisOf(plot.Y),
        Curves = [.. plot.Curves.Select(curve => new Charts.Pictures.Curve(curve.Label, [.. Across(plot, Samples).Select(x => new SampledPoint(x, curve.Y(x)))]))],
        Areas = plot.Band is { } band ? [new Area(band.Label, [.. Across(plot, Edges).Select(x => (x, band.Low(x), band.High(x)))])] : [],
        DotsAre = plot.Points?.Label,
        Dots = [.. (plot.Points?.Values ?? []).Select(static point => new Dot("", point.X, point.Y))],
    };

    private static IEnumerable<double> Across(Plot plot, int parts) => Enumerable.Range(0, parts + 1).Select(i => plot.X.At((double)i / parts));

    private static Charts.Pictures.Axis AxisOf(Axis axis) => new(axis.Label, !axis.Linear) { Ends = (axis.From, axis.To) };
}
