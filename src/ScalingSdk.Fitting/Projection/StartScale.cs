using ScalingSdk.Fitting.Compiled;

namespace ScalingSdk.Fitting.Projection;

/// <summary>
/// Where a constant acts on the runs, and so in which range it makes a difference: an exponent over the spread of its logarithm, an
/// amplitude over the size of what it multiplies, an offset over the values of what it is added to.
/// </summary>
internal sealed class StartScale
{
    private StartScale(LinearUnit chain, double centre, double spread, LawTape? multiplied)
    {
        (Chain, Centre, Spread, Multiplied) = (chain, centre, spread, multiplied);
    }

    /// <summary>From the constant to the scalar that meets the runs.</summary>
    internal LinearUnit Chain { get; }

    /// <summary>For an offset, the middle of the scalar's range.</summary>
    internal double Centre { get; }

    /// <summary>The scalar's natural size.</summary>
    internal double Spread { get; }

    /// <summary>What the scalar multiplies, where that depends on other constants.</summary>
    internal LawTape? Multiplied { get; }

    internal int Order => Multiplied?.Root.Id ?? -1;

    /// <summary>Null where the constant meets the runs in no way that gives a scale.</summary>
    internal static StartScale? Of(int parameter, IReadOnlyList<GraphNode> nodes, int rows, int count, int parameters)
    {
        var chain = new List<GraphNode> { nodes.First(node => node.Parameter == parameter) };
        while (true)
        {
            var top = chain[chain.Count - 1];
            var found = nodes.Where(node => node.Kind == GraphKind.Mixed).Select(node => At(node, top, chain, rows, count, parameters)).FirstOrDefault(static scale => scale is not null);
            if (found is not null)
                return found;
            var parents = nodes.Where(node => node.Kind == GraphKind.Scalar && node.Children.Any(child => ReferenceEquals(child, top))).ToList();
            if (parents.Count == 0 || parents[0].Operation is GraphOperation.Abs or GraphOperation.Min or GraphOperation.Max)
                return null;
            chain.Add(parents[0]);
        }
    }

    private static StartScale? At(GraphNode node, GraphNode scalar, List<GraphNode> chain, int rows, int count, int parameters)
    {
        var unit = new LinearUnit(chain[0].Parameter, [.. chain]);
        GraphNode? vector = null;
        var factor = 1.0;
        if (node.Operation == GraphOperation.Multiply && ReferenceEquals(node.Operands[0], scalar))
            vector = node.Operands[1];
        foreach (var term in node.Terms.Where(term => ReferenceEquals(term.Scalar, scalar)))
        {
            if (term.Vector is null)
                return Offset(node, unit, term.Factor, count);
            (vector, factor) = (term.Vector, term.Factor);
        }

        if (vector is null)
            return null;
        if (vector.Kind == GraphKind.Mixed)
            return new(unit, 0, 1, new(vector, rows, parameters));
        var (mean, deviation) = Moments(vector.Values, count);
        var size = deviation > 1e-9 * Math.Abs(mean) ? deviation : Math.Abs(mean);
        return size > 0 ? new(unit, 0, 1 / Math.Abs(factor * size), null) : null;
    }

    // mu in (x - mu): over the values of x; in a sum without columns, of order one.
    private static StartScale Offset(GraphNode node, LinearUnit unit, double factor, int count)
    {
        var columns = node.Terms.Where(static term => term.Scalar is null && term.Vector!.Kind == GraphKind.Column).ToList();
        if (columns.Count == 0)
            return new(unit, 0, Math.Max(1, Math.Abs(node.Number)) / Math.Abs(factor), null);
        var (mean, deviation) = Moments(columns[0].Vector!.Values, count);
        return new(unit, -columns[0].Factor * mean / factor, Math.Abs(columns[0].Factor * deviation / factor), null);
    }

    private static (double Mean, double Deviation) Moments(double[] values, int count)
    {
        double mean = 0, squares = 0;
        for (var i = 0; i < count; i++)
            mean += values[i] / count;
        for (var i = 0; i < count; i++)
            squares += (values[i] - mean) * (values[i] - mean) / count;
        return (mean, Math.Sqrt(squares));
    }
}
