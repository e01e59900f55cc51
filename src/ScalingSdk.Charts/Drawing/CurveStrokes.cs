using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Charts.Drawing;

/// <summary>From the values of curves and fills to lines in the plot.</summary>
internal static class CurveStrokes
{
    /// <summary>The pieces of a curve within the plot: where it leaves the plot, and where it leaves what was observed, a piece ends.</summary>
    public static IReadOnlyList<(bool Observed, List<Spot> Spots)> Of(Curve curve, Frame frame)
    {
        var pieces = new List<(bool Observed, List<Spot> Spots)>();
        SampledPoint? before = null;
        foreach (var point in curve.Points)
        {
            if (!double.IsFinite(point.Y))
            {
                before = null;
                continue;
            }

            if (before is { } last && Within(frame.At(last.X, last.Y), frame.At(point.X, point.Y), frame.Area) is var (from, to))
            {
                var observed = last.Observed && point.Observed;
                if (pieces.Count == 0 || pieces[^1].Observed != observed || pieces[^1].Spots[^1] != from)
                    pieces.Add((observed, [from]));
                pieces[^1].Spots.Add(to);
            }

            before = point;
        }

        return pieces;
    }

    /// <summary>The outline of a fill: its upper edge, and back along the lower one.</summary>
    public static IReadOnlyList<Stroke> Between(Area area, Frame frame)
    {
        var upper = Smooth.Through([.. area.Edges.Select(edge => Kept(frame.At(edge.X, edge.High), frame.Area))]);
        var lower = Smooth.Through([.. area.Edges.Select(edge => Kept(frame.At(edge.X, edge.Low), frame.Area))]);
        List<Stroke> outline = [.. upper, new('L', lower[^1].To)];
        for (var i = lower.Count - 1; i > 0; i--)
            outline.Add(new('C', lower[i - 1].To, lower[i].Second, lower[i].First));
        outline.Add(new('Z', outline[0].To));
        return outline;
    }

    /// <summary>Spots of a line at even distances along it.</summary>
    public static IEnumerable<Spot> Along(IReadOnlyList<Spot> spots, double first, double between)
    {
        var (next, gone) = (first, 0.0);
        for (var i = 1; i < spots.Count; i++)
        {
            var (from, to) = (spots[i - 1], spots[i]);
            var length = Math.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y)));
            for (; next <= gone + length; next += between)
            {
                var share = length > 0 ? (next - gone) / length : 0;
                yield return new(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
            }

            gone += length;
        }
    }

    private static Spot Kept(Spot spot, Box area) => new(Math.Clamp(spot.X, area.Left, area.Right), Math.Clamp(spot.Y, area.Top, area.Bottom));

    // The part of a line between the top and the bottom of the plot; null where it has none. Half a pixel of slack keeps a line along an edge.
    private static (Spot From, Spot To)? Within(Spot from, Spot to, Box area)
    {
        var (top, bottom) = (area.Top - 0.5, area.Bottom + 0.5);
        if (Math.Max(from.Y, to.Y) < top || Math.Min(from.Y, to.Y) > bottom)
            return null;
        return (Cut(from, to), Cut(to, from));

        Spot Cut(Spot end, Spot other) => end.Y < top ? At(end, other, top) : end.Y > bottom ? At(end, other, bottom) : end;
    }

    private static Spot At(Spot from, Spot to, double y) => new(from.X + ((to.X - from.X) * (y - from.Y) / (to.Y - from.Y)), y);
}
