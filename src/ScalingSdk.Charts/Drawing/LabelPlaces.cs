namespace ScalingSdk.Charts.Drawing;

/// <summary>Finds a place for each label where none stands yet; a label without one is left to the tooltip and the table.</summary>
internal sealed class LabelPlaces(double right, double bottom, double left, double top)
{
    private const double LineHeight = 14;
    private readonly List<(double X, double Y, double Width)> _taken = [];
    private double _markY = top + 12;

    /// <summary>About as wide as text of 12 pixels is.</summary>
    public static double WidthOf(string text) => text.Length * 6.4;

    /// <summary>Keeps labels off a dot.</summary>
    public void Take(double x, double y) => _taken.Add((x - 4, y + 4, 8));

    /// <summary>A place beside a dot, or null.</summary>
    public (double X, double Y, string Anchor)? Beside(double x, double y, string label)
    {
        var width = WidthOf(label);
        (double X, double Y, string Anchor)[] places =
        [
            (x + 9, y + 4, "start"), (x - 9, y + 4, "end"), (x, y - 10, "middle"), (x, y + 20, "middle"),
            (x + 7, y - 8, "start"), (x - 7, y - 8, "end"), (x + 7, y + 16, "start"), (x - 7, y + 16, "end"),
        ];
        foreach (var place in places)
        {
            var start = place.Anchor switch { "start" => place.X, "end" => place.X - width, _ => place.X - (width / 2) };
            if (Free(start, place.Y, width))
            {
                _taken.Add((start, place.Y, width));
                return place;
            }
        }

        return null;
    }

    /// <summary>A place beside a vertical line, each below the last.</summary>
    public (double X, double Y, string Anchor) BesideLine(double x, string label)
    {
        var y = _markY;
        _markY += LineHeight;
        var width = WidthOf(label);
        var fits = x + 6 + width <= right;
        _taken.Add((fits ? x + 6 : x - 6 - width, y, width));
        return fits ? (x + 6, y, "start") : (x - 6, y, "end");
    }

    private bool Free(double start, double y, double width) =>
        start >= left && start + width <= right && y - LineHeight >= top && y <= bottom
        && _taken.TrueForAll(other => start + width < other.X || other.X + other.Width < start || Math.Abs(other.Y - y) >= LineHeight);
}
