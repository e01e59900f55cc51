namespace ScalingSdk.Charts.Drawing;

/// <summary>How a chart is drawn.</summary>
/// <param name="Width">Pixels from side to side; the text keeps its size.</param>
/// <param name="Theme">Its colours.</param>
internal sealed record ChartOptions(double Width = ChartOptions.Usual, ChartTheme Theme = ChartTheme.Auto)
{
    /// <summary>The width where none is asked for.</summary>
    public const double Usual = 720;

    /// <summary>The least width: a telephone's, less its margins.</summary>
    public const double Least = 300;

    /// <summary>The largest width.</summary>
    public const double Most = 4000;

    /// <summary>True within a page that has the title, the paper and <see cref="ChartStyle.Dark"/>: the picture then brings none of them.</summary>
    public bool Embedded { get; init; }

    /// <summary>Begins the ids of the picture, which a page has once; null is the chart's own id.</summary>
    public string? Ids { get; init; }
}
