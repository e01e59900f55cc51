using ScalingSdk.Charts;
using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Web.Pictures;

/// <summary>Charts as the page shows and saves them.</summary>
internal static class ChartDrawing
{
    /// <summary>The rules that make them dark, for the page to hold while it is dark.</summary>
    public static string Dark => ChartStyle.Rules(ChartTheme.Dark);

    /// <summary>Within the page, as wide as there is room.</summary>
    public static string OnPage(Chart chart, double width) => ChartSvg.Of(chart, new(width) { Embedded = true });

    /// <summary>As a file of its own, on white paper whatever the page is on.</summary>
    public static string Alone(Chart chart) => ChartSvg.Of(chart, new(Theme: ChartTheme.Light));
}
