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

    /// <summary>The axis of x in another unit, below it.</summary>
    public SecondAxis? Second { get; init; }

    public IReadOnlyList<Area> Areas { get; init; } = [];

    public IReadOnlyList<Curve> Curves { get; init; } = [];

    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public IReadOnlyList<Dot> Dots { get; init; } = [];

    /// <summary>What the dots that are not the reader's own are, for the legend; null where there are none.</summary>
    public string? DotsAre { get; init; }

    /// <summary>Every value on the axis of x that must be within the picture.</summary>
    public IEnumerable<double> AllX => Curves.SelectMany(static curve => curve.Points.Select(static point => point.X))
        .Concat(Areas.SelectMany(static area => area.Edges.Select(static edge => edge.X)))
        .Concat(Dots.Select(static dot => dot.X))
        .Concat(Marks.Select(static mark => mark.X));

    /// <summary>Every value on the axis of y that must be within the picture.</summary>
    public IEnumerable<double> AllY => Curves.SelectMany(static curve => curve.Points.Select(static point => point.Y))
        .Concat(Areas.Where(static area => !area.Everywhere).SelectMany(static area => area.Edges.SelectMany(static edge => new[] { edge.Low, edge.High })))
        .Concat(Dots.Select(static dot => dot.Y));
}
