namespace ScalingSdk.Charts.Drawing;

/// <summary>
/// Labels of vertical lines in rows above the plot: each line goes up to its label, and no line goes through the label of another. The
/// order of the rows is searched, because each side that a label can stand on asks for another one.
/// </summary>
internal static class MarkRows
{
    /// <summary>More lines than this are not labelled: a second axis is the way to show them.</summary>
    public const int Most = 5;

    private const double Gap = 4;

    /// <summary>The row of each label, 0 the lowest, and its side; null for a line without one.</summary>
    public static IReadOnlyList<MarkPlace?> Of(IReadOnlyList<(double X, string Label)> marks, double left, double right)
    {
        var places = new MarkPlace?[marks.Count];
        var count = Math.Min(marks.Count, Most);
        for (var rows = 1; rows <= count; rows++)
        {
            if (Place(marks, places, 0, rows, count, left, right))
                return places;
        }

        return places;
    }

    private static bool Place(IReadOnlyList<(double X, string Label)> marks, MarkPlace?[] places, int index, int rows, int count, double left, double right)
    {
        if (index == count)
            return true;
        var width = TextSize.Width(marks[index].Label);
        for (var row = 0; row < rows; row++)
        {
            foreach (var anchor in (ReadOnlySpan<Anchor>)[Anchor.Start, Anchor.End])
            {
                var start = anchor == Anchor.Start ? marks[index].X + Gap : marks[index].X - Gap - width;
                var place = new MarkPlace(row, anchor, start, start + width);
                if (start < left || start + width > right || !Fits(marks, places, index, place))
                    continue;
                places[index] = place;
                if (Place(marks, places, index + 1, rows, count, left, right))
                    return true;
            }
        }

        places[index] = null;
        return false;
    }

    private static bool Fits(IReadOnlyList<(double X, string Label)> marks, MarkPlace?[] places, int index, MarkPlace place)
    {
        for (var i = 0; i < index; i++)
        {
            var other = places[i]!;
            if (other.Row == place.Row && place.Start - Gap < other.End && other.Start - Gap < place.End)
                return false;
            if (place.Row >= other.Row && other.Covers(marks[index].X) || other.Row >= place.Row && place.Covers(marks[i].X))
                return false;
        }

        return true;
    }
}

/// <summary>Where the label of a vertical line stands.</summary>
internal sealed record MarkPlace(int Row, Anchor Anchor, double Start, double End)
{
    private const double Clear = 3;

    public bool Covers(double x) => x > Start - Clear && x < End + Clear;
}
