namespace ScalingSdk.Charts.Drawing;

/// <summary>
/// A smooth line through spots that never swings past them: a piecewise cubic whose slopes are limited where the spots turn
/// (Fritsch and Butland 1984, the weighted harmonic mean of the neighbours).
/// </summary>
internal static class Smooth
{
    public static IReadOnlyList<Stroke> Through(IReadOnlyList<Spot> spots)
    {
        if (spots.Count == 0)
            return [];
        var slopes = Slopes(spots);
        var strokes = new List<Stroke> { new('M', spots[0]) };
        for (var i = 1; i < spots.Count; i++)
        {
            var (from, to) = (spots[i - 1], spots[i]);
            var third = (to.X - from.X) / 3;
            strokes.Add(new('C', to, new(from.X + third, from.Y + (slopes[i - 1] * third)), new(to.X - third, to.Y - (slopes[i] * third))));
        }

        return strokes;
    }

    private static double[] Slopes(IReadOnlyList<Spot> spots)
    {
        var slopes = new double[spots.Count];
        if (spots.Count < 2)
            return slopes;
        slopes[0] = Secant(spots, 0);
        slopes[^1] = Secant(spots, spots.Count - 2);
        for (var i = 1; i < spots.Count - 1; i++)
        {
            var (before, after) = (Secant(spots, i - 1), Secant(spots, i));
            if (before * after <= 0)
                continue;
            var (left, right) = (spots[i].X - spots[i - 1].X, spots[i + 1].X - spots[i].X);
            var share = (left + (2 * right)) / (3 * (left + right));
            slopes[i] = before * after / ((share * after) + ((1 - share) * before));
        }

        return slopes;
    }

    private static double Secant(IReadOnlyList<Spot> spots, int i) =>
        spots[i + 1].X > spots[i].X ? (spots[i + 1].Y - spots[i].Y) / (spots[i + 1].X - spots[i].X) : 0;
}
