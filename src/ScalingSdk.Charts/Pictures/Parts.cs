namespace ScalingSdk.Charts.Pictures;

/// <summary>A point of a curve; one that lies outside what was observed is joined by a dashed line.</summary>
internal readonly record struct SampledPoint(double X, double Y, bool Observed = true);

/// <summary>A line through points in the order of x.</summary>
internal sealed record Curve(string Name, IReadOnlyList<SampledPoint> Points)
{
    /// <summary>True for what curves are seen against: drawn thin, without a colour of its own.</summary>
    public bool Reference { get; init; }
}

/// <summary>A filled interval.</summary>
internal sealed record Area(string Name, IReadOnlyList<(double X, double Low, double High)> Edges)
{
    /// <summary>True for a stretch of the axis of x, from bottom to top.</summary>
    public bool Everywhere { get; init; }

    /// <summary>A stretch of the axis of x.</summary>
    public static Area Stretch(string name, double from, double to) => new(name, [(from, 0, 0), (to, 0, 0)]) { Everywhere = true };
}

/// <summary>A vertical line with a label.</summary>
internal sealed record Mark(string Label, double X);

/// <summary>A point with a label; the reader's own stands out.</summary>
internal sealed record Dot(string Label, double X, double Y, bool Own = false);
