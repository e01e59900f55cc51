namespace ScalingSdk.Charts.Drawing;

/// <summary>Finds a place for each label that touches no line, dot or other label; a label without one is left to the tip and the table.</summary>
internal sealed class LabelPlaces(Box area)
{
    private const double Gap = 3;
    private const int Directions = 16;
    private static readonly double[] Near = [10, 14];
    private static readonly double[] Far = [10, 14, 20, 28, 38, 50, 64, 80, 100, 125, 150];
    private readonly List<Box> _boxes = [];
    private readonly List<(Spot From, Spot To)> _lines = [];

    /// <summary>The room of the labels that have a place.</summary>
    public List<Box> Labels { get; } = [];

    /// <summary>Keeps labels off a dot.</summary>
    public void Keep(Spot dot, double radius) => _boxes.Add(new Box(dot.X, dot.Y, dot.X, dot.Y).Grown(radius));

    /// <summary>Keeps labels off a line.</summary>
    public void Keep(Spot from, Spot to) => _lines.Add((from, to));

    /// <summary>A place beside a dot, or null; one that matters may stand further away, with a line to it.</summary>
    public LabelPlace? Beside(Spot dot, string label, bool matters)
    {
        foreach (var distance in matters ? Far : Near)
        {
            for (var turn = 0; turn < Directions; turn++)
            {
                if (At(dot, label, distance, turn, matters) is not { } place)
                    continue;
                _boxes.Add(place.Box);
                Labels.Add(place.Box);
                if (place.Leader is { } end)
                    Keep(dot, end);
                return place;
            }
        }

        return null;
    }

    // To the right first, then by turns up and down from it.
    private LabelPlace? At(Spot dot, string label, double distance, int turn, bool bold)
    {
        var angle = 2 * Math.PI / Directions * ((turn + 1) / 2) * (turn % 2 == 0 ? 1 : -1);
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var anchor = cos > 0.3 ? Anchor.Start : cos < -0.3 ? Anchor.End : Anchor.Middle;
        var at = new Spot(dot.X + (distance * cos), dot.Y - (distance * sin) + ((1 - sin) * 0.35 * TextSize.Small));
        var box = TextSize.Box(at, label, anchor, bold: bold);
        Spot? leader = distance >= 20 ? new(dot.X + ((distance - 4) * cos), dot.Y - ((distance - 4) * sin)) : null;
        return Free(box) && (leader is not { } end || !Labels.Exists(other => other.Meets(dot, end))) ? new(at, anchor, box, leader) : null;
    }

    private bool Free(Box box) => area.Contains(box) && !_boxes.Exists(box.Grown(Gap).Overlaps) && !_lines.Exists(line => box.Grown(Gap).Meets(line.From, line.To));
}

/// <summary>Where a label stands.</summary>
/// <param name="At">The spot of its text.</param>
/// <param name="Anchor">Which part of it stands there.</param>
/// <param name="Box">Its room.</param>
/// <param name="Leader">The end of the line that leads to it; null where it stands beside its dot.</param>
internal sealed record LabelPlace(Spot At, Anchor Anchor, Box Box, Spot? Leader);
