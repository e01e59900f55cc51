namespace ScalingSdk.Charts.Drawing;

/// <summary>A rectangle with sides along the axes.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The box grown by a gap on each side.</summary>
    public Box Grown(double gap) => new(Left - gap, Top - gap, Right + gap, Bottom + gap);

    public bool Contains(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>True where a line from one spot to another comes into the box (Liang and Barsky).</summary>
    public bool Meets(Spot from, Spot to)
    {
        var (first, last) = (0.0, 1.0);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        return Cut(-dx, from.X - Left, ref first, ref last) && Cut(dx, Right - from.X, ref first, ref last)
            && Cut(-dy, from.Y - Top, ref first, ref last) && Cut(dy, Bottom - from.Y, ref first, ref last);
    }

    private static bool Cut(double slope, double room, ref double first, ref double last)
    {
        if (slope == 0)
            return room >= 0;
        if (slope < 0)
            first = Math.Max(first, room / slope);
        else
            last = Math.Min(last, room / slope);
        return first <= last;
    }
}
