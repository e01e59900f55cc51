using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Charts.Drawing;

/// <summary>How the curves, fills and dots of a chart are painted. On paper a symbol tells curves apart, otherwise a colour.</summary>
internal sealed class CurveLooks(Chart chart, ChartTheme theme)
{
    private const double Side = 3.5;
    private static readonly double[] Dash = [7, 5];
    private static readonly double[] Dotted = [1.5, 3.5];

    /// <summary>The line that stands for all that was not observed.</summary>
    public Look Unobserved { get; } = new(null, Ink.Soft, 2) { Dashes = Dash };

    public Look Curve(int index, bool observed) => chart.Curves[index].Reference
        ? new(null, Ink.Soft, 1.5) { Dashes = Dotted }
        : new(null, Colour(index), 2.2) { Dashes = observed ? [] : Dash };

    public Look Area(Area area) => area.Everywhere ? new(Ink.Soft) { Opacity = 0.12 } : new(Ink.First) { Opacity = 0.18 };

    public Look Dot(bool own) => own ? new(Ink.Own, Ink.Paper, 1.5) : new(Ink.Soft) { Opacity = 0.75 };

    /// <summary>True where curves have symbols.</summary>
    public bool HasSymbols { get; } = theme == ChartTheme.Print && chart.Curves.Count(static curve => !curve.Reference) > 1;

    /// <summary>The symbol of a curve at a spot; null where it has none.</summary>
    public Shape? Symbol(int index, Spot at)
    {
        if (!HasSymbols || chart.Curves[index].Reference)
            return null;
        var look = new Look(Ink.Paper, Colour(index), 1.5);
        var (x, y) = at;
        return (Order(index) % 4) switch
        {
            0 => new CircleShape("symbol", look, at, Side),
            1 => Closed(look, new(x - Side, y - Side), new(x + Side, y - Side), new(x + Side, y + Side), new(x - Side, y + Side)),
            2 => Closed(look, new(x, y - Side - 1), new(x + Side + 1, y + Side), new(x - Side - 1, y + Side)),
            _ => Closed(look, new(x, y - Side - 1), new(x + Side + 1, y), new(x, y + Side + 1), new(x - Side - 1, y)),
        };
    }

    private Ink Colour(int index) => Palette.OfCurve(Order(index));

    private int Order(int index) => chart.Curves.Take(index).Count(static curve => !curve.Reference);

    private static PathShape Closed(Look look, params Spot[] corners) => new("symbol", look, [new('M', corners[0]), .. corners.Skip(1).Select(static corner => new Stroke('L', corner)), new('Z', corners[0])]);
}
