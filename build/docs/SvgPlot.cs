using System.Globalization;
using System.Text;

namespace ScalingSdk.Docs;

/// <summary>Writes a plot as SVG: deterministic text, readable on light and dark, told apart by dash as well as by colour.</summary>
internal static class SvgPlot
{
    private const double Width = 720;
    private const double Height = 440;
    private const double Left = 84;
    private const double Right = 24;
    private const double Top = 44;
    private const double LegendLine = 18;
    private const int Samples = 120;

    private const string Style = """
        <style>
        svg{background:#fff;font:13px system-ui,sans-serif;--ink:#1f2328;--grid:#d8dee4;--c0:#0a58ca;--c1:#b54708;--c2:#1a7f37;--c3:#8250df;--c4:#57606a}
        @media (prefers-color-scheme:dark){svg{background:#0d1117;--ink:#e6edf3;--grid:#30363d;--c0:#79b8ff;--c1:#ffa657;--c2:#7ee787;--c3:#d2a8ff;--c4:#b1bac4}}
        text{fill:var(--ink)} .grid{stroke:var(--grid);stroke-width:1} .curve{fill:none;stroke-width:2.2} .ring{fill:none;stroke:var(--ink);stroke-width:1.6}
        .frame{fill:none;stroke:var(--ink);stroke-width:1} .title{font-size:15px;font-weight:600}
        .k0{stroke:var(--c0)} .k1{stroke:var(--c1);stroke-dasharray:9 4} .k2{stroke:var(--c2);stroke-dasharray:2 3} .k3{stroke:var(--c3);stroke-dasharray:9 3 2 3} .k4{stroke:var(--c4);stroke-dasharray:14 6}
        </style>
        """;

    public static string Write(Plot plot)
    {
        var text = new StringBuilder();
        var legendRows = plot.Curves.Count + (plot.Points is null ? 0 : 1);
        var total = Height + (legendRows * LegendLine) + 8;
        Line(text, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {total}" role="img" aria-labelledby="title desc">""");
        Line(text, $"""<title id="title">{Escape(plot.Title)}</title>""");
        Line(text, $"""<desc id="desc">{Escape(plot.Description)}</desc>""");
        text.Append(Style.ReplaceLineEndings("\n")).Append('\n');
        Line(text, $"""<text class="title" x="{Left}" y="26">{Escape(plot.Title)}</text>""");
        Grid(text, plot);
        for (var i = 0; i < plot.Curves.Count; i++)
            Draw(text, plot, plot.Curves[i], i);
        foreach (var (x, y) in plot.Points?.Values ?? [])
            Line(text, $"""<circle class="ring" cx="{X(plot, x):0.0}" cy="{Y(plot, y):0.0}" r="4.5"/>""");
        Legend(text, plot);
        Line(text, $"</svg>");
        return text.ToString();
    }

    private static double PlotBottom => Height - 54;

    private static double X(Plot plot, double value) => Left + (plot.X.Share(value) * (Width - Left - Right));

    private static double Y(Plot plot, double value) => PlotBottom - (plot.Y.Share(value) * (PlotBottom - Top));

    private static void Grid(StringBuilder text, Plot plot)
    {
        foreach (var tick in Ticks(plot.X))
        {
            Line(text, $"""<path class="grid" d="M{X(plot, tick):0.0} {Top}V{PlotBottom}"/>""");
            Line(text, $"""<text x="{X(plot, tick):0.0}" y="{PlotBottom + 18}" text-anchor="middle">{Number(tick)}</text>""");
        }

        foreach (var tick in Ticks(plot.Y))
        {
            Line(text, $"""<path class="grid" d="M{Left} {Y(plot, tick):0.0}H{Width - Right}"/>""");
            Line(text, $"""<text x="{Left - 8}" y="{Y(plot, tick) + 4:0.0}" text-anchor="end">{Number(tick)}</text>""");
        }

        var middle = (Top + PlotBottom) / 2;
        Line(text, $"""<rect class="frame" x="{Left}" y="{Top}" width="{Width - Left - Right}" height="{PlotBottom - Top}"/>""");
        Line(text, $"""<text x="{(Left + Width - Right) / 2}" y="{PlotBottom + 40}" text-anchor="middle">{Escape(plot.X.Label)}</text>""");
        Line(text, $"""<text x="18" y="{middle}" text-anchor="middle" transform="rotate(-90 18 {middle})">{Escape(plot.Y.Label)}</text>""");
    }

    private static void Draw(StringBuilder text, Plot plot, Curve curve, int index)
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var i = 0; i <= Samples; i++)
        {
            var x = plot.X.At((double)i / Samples);
            var y = curve.Y(x);
            // Half a pixel of slack, so that a curve along an edge of the frame is not lost to rounding.
            var inside = plot.Y.Share(y) is > -0.002 and < 1.002;
            if (inside)
                path.Append(CultureInfo.InvariantCulture, $"{(drawing ? 'L' : 'M')}{X(plot, x):0.0} {Y(plot, y):0.0}");
            drawing = inside;
        }

        Line(text, $"""<path class="curve k{index}" d="{path.ToString()}"/>""");
    }

    private static void Legend(StringBuilder text, Plot plot)
    {
        var y = Height + 6;
        for (var i = 0; i < plot.Curves.Count; i++, y += LegendLine)
        {
            Line(text, $"""<path class="curve k{i}" d="M{Left} {y - 4}h34"/>""");
            Line(text, $"""<text x="{Left + 44}" y="{y}">{Escape(plot.Curves[i].Label)}</text>""");
        }

        if (plot.Points is null)
            return;
        Line(text, $"""<circle class="ring" cx="{Left + 17}" cy="{y - 4}" r="4.5"/>""");
        Line(text, $"""<text x="{Left + 44}" y="{y}">{Escape(plot.Points.Label)}</text>""");
    }

    private static IEnumerable<double> Ticks(Axis axis)
    {
        if (axis.Linear)
            return Enumerable.Range(0, 6).Select(i => axis.At(i / 5.0));
        var decades = Math.Log10(axis.To / axis.From);
        var every = (int)Math.Ceiling(decades / 8);
        int[] leading = decades switch { < 0.7 => [1, 2, 3, 4, 5, 6, 7, 8, 9], < 3 => [1, 2, 5], _ => [1] };
        var first = (int)Math.Floor(Math.Log10(axis.From));
        var last = (int)Math.Ceiling(Math.Log10(axis.To));
        return Enumerable.Range(first, last - first + 1).Where(e => e % every == 0)
            .SelectMany(e => leading.Select(m => m * Math.Pow(10, e)))
            .Where(tick => axis.Share(tick) is > -1e-9 and < 1 + 1e-9);
    }

    /// <summary>Counts as K, M, B and T; what is larger or smaller as a power of ten.</summary>
    internal static string Number(double value)
    {
        var (scale, suffix) = value switch
        {
            >= 1e15 or < 1e-3 and > 0 => (0, ""),
            >= 0.999999e12 => (1e12, "T"),
            >= 0.999999e9 => (1e9, "B"),
            >= 0.999999e6 => (1e6, "M"),
            >= 0.999999e4 => (1e3, "K"),
            _ => (1, ""),
        };
        return scale > 0
            ? (value / scale).ToString("G4", CultureInfo.InvariantCulture) + suffix
            : value.ToString("0.##e0", CultureInfo.InvariantCulture);
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(FormattableString.Invariant(line)).Append('\n');

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
