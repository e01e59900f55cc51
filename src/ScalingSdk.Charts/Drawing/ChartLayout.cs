using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Charts.Drawing;

/// <summary>Where the parts of a picture stand: title, legend, labels of lines, plot, ticks and titles of axes, from top to bottom.</summary>
internal sealed class ChartLayout
{
    public const double Side = 12;
    public const double MarkRow = TextSize.Line;

    /// <summary>From an axis to the base line of its labels: below those of the other axis, where both start at a corner.</summary>
    public const double TickLine = 20;

    private const double HeightShare = 0.46;
    private const double LeastHeight = 230;
    private const double MostHeight = 560;
    private const double TitleLine = 20;
    private const double YTitle = 20;
    private const double TickGap = 8;

    public ChartLayout(Chart chart, ChartOptions options, CurveLooks looks)
    {
        var (width, y) = (options.Width, Side);
        Titles = options.Embedded ? [] : TextSize.Wrap(chart.Title, width - (2 * Side), TextSize.Title, bold: true);
        TitleTop = y + TextSize.Title;
        y += Titles.Count == 0 ? 0 : (Titles.Count * TitleLine) + 6;
        Legend = Legend.Of(chart, looks, Side, width - Side, y + 8);
        y = Legend.Shapes.Count == 0 ? y : Legend.Bottom + 18;

        var height = Math.Max(Math.Clamp(width * HeightShare, LeastHeight, MostHeight), TextSize.Width(chart.Y.Title) + 12);
        var (horizontal, vertical) = (new Scale(chart.X, chart.AllX), new Scale(chart.Y, chart.AllY));
        YTicks = vertical.Ticks(ticks => ticks.Count <= Math.Max(3, height / 36));
        var left = Side + YTitle + YTicks.Select(static tick => TextSize.Width(tick.Label)).DefaultIfEmpty(0).Max() + TickGap;
        var right = width - Side - 4;
        var across = new Frame(new(left, 0, right, 0), horizontal, vertical);
        Marks = [.. chart.Marks.Where(mark => horizontal.At(mark.X) is >= 0 and <= 1).OrderBy(static mark => mark.X)];
        MarkPlaces = MarkRows.Of([.. Marks.Select(mark => (across.X(mark.X), mark.Label))], Side, right + Side);
        y += MarkPlaces.Any(static place => place is not null) ? (MarkPlaces.Max(static place => place?.Row ?? 0) + 1) * MarkRow : 0;

        Frame = new(new(left, y, right, y + height), horizontal, vertical);
        XTicks = chart.X.Names.Count > 0 ? Named(horizontal) : horizontal.Ticks(ticks => Fits(ticks, width));
        XTitles = TextSize.Wrap(chart.X.Title, width - (2 * Side));
        XTitleTop = Frame.Area.Bottom + TickLine + 20;
        Bottom = XTitleTop + ((XTitles.Count - 1) * TextSize.Line) + 10;
        if (chart.Second is not { } second)
            return;
        SecondLine = Bottom + 4;
        SecondTicks = Apart(second, width);
        SecondTitles = TextSize.Wrap(second.Title, width - (2 * Side));
        SecondTitleTop = SecondLine + TickLine + 20;
        Bottom = SecondTitleTop + ((SecondTitles.Count - 1) * TextSize.Line) + 10;
    }

    public IReadOnlyList<string> Titles { get; }

    public double TitleTop { get; }

    public Legend Legend { get; }

    public Frame Frame { get; }

    public IReadOnlyList<Mark> Marks { get; }

    public IReadOnlyList<MarkPlace?> MarkPlaces { get; }

    public IReadOnlyList<(double Value, string Label)> XTicks { get; }

    public IReadOnlyList<(double Value, string Label)> YTicks { get; }

    public IReadOnlyList<string> XTitles { get; }

    public double XTitleTop { get; }

    public double SecondLine { get; }

    public IReadOnlyList<(double X, string Label)> SecondTicks { get; } = [];

    public IReadOnlyList<string> SecondTitles { get; } = [];

    public double SecondTitleTop { get; }

    /// <summary>The height of the picture.</summary>
    public double Bottom { get; }

    // Side by side with a gap, within the picture.
    private bool Fits(IReadOnlyList<(double Value, string Label)> ticks, double width)
    {
        var last = 0.0;
        foreach (var (value, label) in ticks)
        {
            var half = TextSize.Width(label) / 2;
            if (Frame.X(value) - half < last || Frame.X(value) + half > width)
                return false;
            last = Frame.X(value) + half + (2 * TickGap);
        }

        return ticks.Count <= 11;
    }

    private List<(double X, string Label)> Apart(SecondAxis axis, double width)
    {
        var (kept, last) = (new List<(double, string)>(), 0.0);
        foreach (var (x, label) in axis.Ticks.Where(tick => Frame.Horizontal.At(tick.X) is >= 0 and <= 1))
        {
            var half = TextSize.Width(label) / 2;
            if (Frame.X(x) - half < last || Frame.X(x) + half > width)
                continue;
            kept.Add((x, label));
            last = Frame.X(x) + half + TickGap;
        }

        return kept;
    }

    private List<(double Value, string Label)> Named(Scale scale)
    {
        var room = Frame.X(1) - Frame.X(0) - TickGap;
        return [.. scale.Ticks(static _ => true).Select(tick => (tick.Value, TextSize.Shortened(tick.Label, room)))];
    }
}
