namespace ScalingSdk.Charts.Pictures;

/// <summary>A picture before it is drawn: what is on it, and what it says to those who do not see it.</summary>
internal sealed record Chart
{
    /// <summary>How commands name it: <c>frontier</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What the picture shows, as a sentence or two: its text alternative.</summary>
    public required string Description { get; init; }

    public required Axis X { get; init; }

    public required Axis Y { get; init; }

    public IReadOnlyList<Area> Areas { get; init; } = [];

    public IReadOnlyList<Curve> Curves { get; init; } = [];

    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public IReadOnlyList<Dot> Dots { get; init; } = [];

    /// <summary>Every value on the axis of x that must be within the picture.</summary>
    public IEnumerable<double> AllX => Curves.SelectMany(static curve => curve.Points.Select(static point => point.X))
        .Concat(Areas.SelectMany(static band => band.Edges.Select(static edge => edge.X)))
        .Concat(Dots.Select(static dot => dot.X))
        .Concat(Marks.Select(static mark => mark.X));

    /// <summary>Every value on the axis of y that must be within the picture.</summary>
    public IEnumerable<double> AllY => Curves.SelectMany(static curve => curve.Points.Select(static point => point.Y))
        .Concat(Areas.SelectMany(static band => band.Edges.SelectMany(static edge => new[] { edge.Low, edge.High })))
        .Concat(Dots.Select(static dot => dot.Y));
}

/// <summary>An axis: powers of ten are evenly spaced where it is logarithmic.</summary>
internal sealed record Axis(string Title, bool Logarithmic);

/// <summary>A line through points in the order of x.</summary>
internal sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points, bool Dashed = false);

/// <summary>A filled interval.</summary>
internal sealed record Area(string Name, IReadOnlyList<(double X, double Low, double High)> Edges);

/// <summary>A vertical line with a label.</summary>
internal sealed record Mark(string Label, double X);

/// <summary>A point with a label; the reader's own stands out.</summary>
internal sealed record Dot(string Label, double X, double Y, bool Own = false);
