namespace ScalingSdk.Charts.Drawing;

/// <summary>A drawn picture: shapes in the order in which they are painted, in pixels.</summary>
internal sealed record Scene(double Width, double Height, string Title, string Description, IReadOnlyList<Shape> Shapes, ChartOptions Options);

/// <summary>How a shape is painted.</summary>
internal sealed record Look(Ink? Fill = null, Ink? Stroke = null, double Width = 1)
{
    /// <summary>How much of the fill covers what is below it.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>Lengths of dash and gap; empty is a line without gaps.</summary>
    public IReadOnlyList<double> Dashes { get; init; } = [];
}

/// <summary>What is painted.</summary>
/// <param name="Kind">What it is of the picture: a class in SVG.</param>
/// <param name="Look">How it is painted.</param>
internal abstract record Shape(string Kind, Look Look)
{
    /// <summary>What a reader sees who points at it; empty where there is nothing to say.</summary>
    public string Tip { get; init; } = "";
}

internal sealed record LineShape(string Kind, Look Look, Spot From, Spot To) : Shape(Kind, Look);

internal sealed record CircleShape(string Kind, Look Look, Spot Center, double Radius) : Shape(Kind, Look);

internal sealed record RectangleShape(string Kind, Look Look, Box Box) : Shape(Kind, Look);

internal sealed record PathShape(string Kind, Look Look, IReadOnlyList<Stroke> Strokes) : Shape(Kind, Look);

/// <summary>A line of text whose baseline starts, has its middle or ends at a spot.</summary>
internal sealed record TextShape(string Kind, Look Look, Spot At, string Text, Anchor Anchor, double Size = TextSize.Small) : Shape(Kind, Look)
{
    public bool Bold { get; init; }

    /// <summary>True for text that is read from bottom to top.</summary>
    public bool Upward { get; init; }
}

/// <summary>Which part of a text stands at its spot.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A place in the picture.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A part of a path: a move, a straight line, or a curve by two control points.</summary>
internal readonly record struct Stroke(char Command, Spot To, Spot First = default, Spot Second = default);
