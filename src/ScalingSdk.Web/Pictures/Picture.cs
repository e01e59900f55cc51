using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Web.Pictures;

/// <summary>A chart as the page shows it: its words, and how to draw it.</summary>
public sealed class Picture
{
    private readonly string? _drawn;
    private readonly string? _alone;

    private Picture(string id, string title, string description, Chart? chart, string? drawn, string? alone) =>
        (Id, Title, Description, Chart, _drawn, _alone) = (id, title, description, chart, drawn, alone);

    public string Id { get; }

    public string Title { get; }

    public string Description { get; }

    /// <summary>The chart; null where another runtime has drawn it.</summary>
    internal Chart? Chart { get; }

    internal static Picture Of(Chart chart) => new(chart.Id, chart.Title, chart.Description, chart, null, null);

    /// <summary>One that is drawn already: for the page, and as a file of its own.</summary>
    internal static Picture Drawn(string id, string title, string description, string onPage, string alone) => new(id, title, description, null, onPage, alone);

    /// <summary>The chart as SVG within the page.</summary>
    internal string OnPage(double width) => _drawn ?? ChartDrawing.OnPage(Chart!, width);

    /// <summary>The chart as SVG for a file.</summary>
    internal string Alone() => _alone ?? ChartDrawing.Alone(Chart!);
}
