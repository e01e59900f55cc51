using ScalingSdk.Fitting.Compiled;

namespace ScalingSdk.Fitting.Projection;

/// <summary>
/// Where a constant acts on the runs, and so in which range it makes a difference: an exponent over the spread of its logarithm, an
/// amplitude over the size of what it multiplies, an offset over the values of what it is added to.
/// </summary>
/// <param name="Chain">From the constant to the scalar that meets the runs.</param>
/// <param name="Factor">A number that multiplies the scalar.</param>
/// <param name="Spread">The scalar's natural size, where it is known beforehand.</param>
/// <param name="Multiplied">What the scalar multiplies, where that depends on other constants.</param>
/// <param name="Sum">The sum that the scalar shifts.</param>
internal sealed record StartScale(LinearUnit Chain, double Factor, double Spread, LawTape? Multiplied, LawTape? Sum)
{
    /// <summary>What is drawn later depends on what is drawn before.</summary>
    internal int Order => (Sum ?? Multiplied)?.Root.Id ?? -1;

    /// <summary>Null where the constant meets the runs in no way that gives a scale.</summary>
    internal static StartScale? Of(int parameter, IReadOnlyList<GraphNode> nodes, int rows, int count, int parameters)
    {
        var chain = new List<GraphNode> { nodes.First(node => node.Parameter == parameter) };
        while (true)
        {
            var top = chain[chain.Count - 1];
            var unit = new LinearUnit(parameter, [.. chain]);
            var found = nodes.Where(static node => node.Kind == GraphKind.Mixed).Select(node => At(node, unit, rows, count, parameters)).FirstOrDefault(static scale => scale is not null);
            if (found is not null)
                return found;
            var parents = nodes.Where(node => node.Kind == GraphKind.Scalar && node.Children.Any(child => ReferenceEquals(child, top))).ToList();
            if (parents.Count == 0 || parents[0].Operation is GraphOperation.Abs or GraphOperation.Min or GraphOperation.Max)
                return null;
            chain.Add(parents[0]);
        }
    }

    private static StartScale? At(GraphNode node, LinearUnit unit, int rows, int count, int parameters)
    {
        GraphNode? vector = null;
        var factor = 1.0;
        if (node.Operation == GraphOperation.Multiply && ReferenceEquals(node.Operands[0], unit.Part))
            vector = node.Operands[1];
        foreach (var term in node.Terms.Where(term => ReferenceEquals(term.Scalar, unit.Part)))
        {
            if (term.Vector is null)
                return new(unit, term.Factor, 1, null, new(node, rows, parameters));
            (vector, factor) = (term.Vector, term.Factor);
        }

        if (vector is null)
            return null;
        if (vector.Kind == GraphKind.Mixed)
            return new(unit, factor, 1, new(vector, rows, parameters), null);
        var (mean, deviation) = Moments(vector.Values, count);
        var size = deviation > 1e-9 * Math.Abs(mean) ? deviation : Math.Abs(mean);
        return size > 0 ? new(unit, factor, 1 / (Math.Abs(factor * size) * Math.Sqrt(Math.Max(1, node.Terms.Count / 2.0))), null, null) : null;
    }

    internal static (double Mean, double Deviation) Moments(double[] values, int count)
    {
        double mean = 0, squares = 0;
        for (var i = 0; i < count; i++)
            mean += values[i] / count;
        for (var i = 0; i < count; i++)
            squares += (values[i] - mean) * (values[i] - mean) / count;
        return (mean, Math.Sqrt(squares));
    }
}
