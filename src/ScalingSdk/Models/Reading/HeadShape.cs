namespace ScalingSdk.Models.Reading;

/// <summary>A width and a number of heads that divide, near those that do not: head sizes that kernels are tuned for, 64 or 128 where possible.</summary>
/// <param name="Hidden">The width.</param>
/// <param name="Heads">The heads.</param>
internal sealed record HeadShape(long Hidden, long Heads)
{
    // Matrix products run in tiles of 64; heads in eighths, which keeps the pairs of rotary positions too.
    private const long Tile = 64;
    private const long HeadTile = 8;
    private const double Far = 2;

    /// <summary>Keeps a width that is a multiple of 64 and changes the heads; otherwise keeps the heads and changes the width.</summary>
    public static HeadShape Near(long hidden, long heads)
    {
        if (hidden % Tile == 0)
        {
            var best = new[] { Tile, 2 * Tile }.Where(size => hidden % size == 0).Select(size => hidden / size).OrderBy(count => Ratio(count, heads)).First();
            if (Ratio(best, heads) < Far)
                return new(hidden, best);
        }

        // A small model has narrower heads and no tiles to fill.
        var step = hidden >= 4 * Tile ? Multiple(Tile, HeadTile * heads) : HeadTile * heads;
        var below = hidden / step * step;
        return new(below > 0 && hidden - below <= below + step - hidden ? below : below + step, heads);
    }

    /// <summary>The divisor of the query heads next to a wanted number of key-value heads.</summary>
    public static long Groups(long heads, long wanted)
    {
        var (below, above) = (Math.Min(wanted, heads), wanted);
        while (heads % below != 0)
            below--;
        while (above < heads && heads % above != 0)
            above++;
        return above > heads || wanted - below <= above - wanted ? below : above;
    }

    private static double Ratio(long left, long right) => left > right ? (double)left / right : (double)right / left;

    private static long Multiple(long left, long right)
    {
        var (x, y) = (left, right);
        while (y != 0)
            (x, y) = (y, x % y);
        return left / x * right;
    }
}
