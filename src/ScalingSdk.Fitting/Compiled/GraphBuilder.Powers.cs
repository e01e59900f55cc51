namespace ScalingSdk.Fitting.Compiled;

/// <summary>Products and powers: A*N^(-a)*S^(-b) becomes A*exp(-a ln N - b ln S), one exponential instead of two powers.</summary>
internal sealed partial class GraphBuilder
{
    private const int MostRepeats = 8;

    internal GraphNode Multiply(GraphNode left, GraphNode right) => Power([new(left, Number(1)), new(right, Number(1))]);

    internal GraphNode Divide(GraphNode left, GraphNode right) => Power([new(left, Number(1)), new(right, Number(-1))]);

    internal GraphNode Power(GraphNode x, GraphNode exponent) => Power([new(x, exponent)]);

    /// <summary>A product as a node of its own, its factors not taken apart.</summary>
    internal GraphNode Product(List<PowerFactor> factors)
    {
        var factor = 1.0;
        List<GraphNode> above = [], below = [];
        foreach (var part in factors)
        {
            var inverse = part.Exponent.Kind == GraphKind.Number && part.Exponent.Number < 0;
            (inverse ? below : above).Add(inverse ? One(part.Base, Number(-part.Exponent.Number)) : One(part.Base, part.Exponent));
        }

        return Quotient(above, below, ref factor);
    }

    /// <summary>e^x as a node.</summary>
    internal GraphNode Exponent(GraphNode x) => Exponential(x);

    private GraphNode Power(PowerFactor[] parts, bool exponential = false)
    {
        var product = new ProductParts(this, relaxed);
        if (exponential)
            product.AddExponent(1, parts[0].Base);
        else
        {
            foreach (var part in parts)
                product.Add(part.Base, part.Exponent);
        }

        return Lower(product);
    }

    private GraphNode Lower(ProductParts product)
    {
        var factors = product.Finish();
        var factor = product.Factor;
        if (factor == 0)
            return Number(0);
        List<GraphNode> above = [], below = [];
        foreach (var part in factors)
        {
            var inverse = part.Exponent.Kind == GraphKind.Number && part.Exponent.Number < 0;
            (inverse ? below : above).Add(inverse ? One(part.Base, Number(-part.Exponent.Number)) : One(part.Base, part.Exponent));
        }

        AddExponentials(product, above, ref factor);
        var node = Quotient(above, below, ref factor);
        var whole = factor == 1 ? node : node.Kind == GraphKind.Number ? Number(factor * node.Number) : Scaled(factor, node);
        whole.Product ??= new(product.Factor, product.Whole());
        return whole;
    }

    private GraphNode Scaled(double factor, GraphNode node) => node.Kind == GraphKind.Column
        ? Computed(Key(new(), factor, null, node).ToString(), i => factor * node.Values[i])
        : Sum((factor, node));

    // e^(scalars + mixed) is two factors, the runs' means in the first: it is linear where its constant appears nowhere else, and the
    // second neither overflows nor hangs together with it.
    private void AddExponentials(ProductParts product, List<GraphNode> above, ref double factor)
    {
        var exponent = Sum([.. product.Exponents]);
        if (exponent.Kind == GraphKind.Number)
        {
            factor *= Math.Exp(exponent.Number);
            return;
        }

        if (exponent.Kind != GraphKind.Mixed)
        {
            above.Add(Exponential(exponent));
            return;
        }

        var terms = exponent.Operation == GraphOperation.Sum ? exponent.Terms : [Term(1, exponent)];
        factor *= Math.Exp(exponent.Operation == GraphOperation.Sum ? exponent.Number : 0);
        var scalars = new List<(double Factor, GraphNode Node)>();
        var others = new List<(double Factor, GraphNode Node)>();
        foreach (var term in terms)
        {
            if (term.Vector is null)
                scalars.Add((term.Factor, term.Scalar!));
            else if (term is { Scalar: { } scalar, Vector.Kind: GraphKind.Column })
            {
                var mean = term.Vector.Values.Average();
                scalars.Add((term.Factor * mean, scalar));
                others.Add((term.Factor, Multiply(scalar, Sum((1, term.Vector), (-mean, Number(1))))));
            }
            else
                others.Add((term.Factor, Whole(term)));
        }

        if (scalars.Count > 0)
            above.Add(Exponential(Sum([.. scalars])));
        above.Add(Exponential(Sum([.. others])));
    }

    private GraphNode Exponential(GraphNode x) => x.Kind switch
    {
        GraphKind.Number => Number(Math.Exp(x.Number)),
        GraphKind.Column => Computed($"exp({Id(x.Id)})", i => Math.Exp(x.Values[i])),
        _ => Node(GraphOperation.Exp, x.Kind, x),
    };

    private GraphNode Quotient(List<GraphNode> above, List<GraphNode> below, ref double factor)
    {
        GraphNode? scalar = null, column = null, mixed = null, under = null;
        foreach (var node in above)
            Place(node, ref scalar, ref column, ref mixed, ref factor);
        foreach (var node in below)
        {
            if (node.Kind == GraphKind.Mixed)
                under = under is null ? node : Node(GraphOperation.Multiply, GraphKind.Mixed, under, node);
            else
                Place(Reciprocal(node), ref scalar, ref column, ref mixed, ref factor);
        }

        var vector = mixed is null ? column : column is null ? mixed : Node(GraphOperation.Multiply, GraphKind.Mixed, column, mixed);
        if (under is not null)
            vector = Node(GraphOperation.Divide, GraphKind.Mixed, vector ?? Number(1), under);
        return vector is null ? scalar ?? Number(1) : scalar is null ? vector : Node(GraphOperation.Multiply, GraphKind.Mixed, scalar, vector);
    }

    private void Place(GraphNode node, ref GraphNode? scalar, ref GraphNode? column, ref GraphNode? mixed, ref double factor)
    {
        switch (node.Kind)
        {
            case GraphKind.Number:
                factor *= node.Number;
                break;
            case GraphKind.Scalar:
                scalar = scalar is null ? node : Node(GraphOperation.Multiply, GraphKind.Scalar, scalar, node);
                break;
            case GraphKind.Column:
                var earlier = column;
                column = earlier is null ? node : Computed($"{Id(earlier.Id)}*{Id(node.Id)}", i => earlier.Values[i] * node.Values[i]);
                break;
            default:
                mixed = mixed is null ? node : Node(GraphOperation.Multiply, GraphKind.Mixed, mixed, node);
                break;
        }
    }

    private GraphNode Reciprocal(GraphNode node) => node.Kind switch
    {
        GraphKind.Number => Number(1 / node.Number),
        GraphKind.Column => Computed($"1/{Id(node.Id)}", i => 1 / node.Values[i]),
        _ => Node(GraphOperation.Divide, GraphKind.Scalar, Number(1), node),
    };

    // A base that does not go into the exponential.
    private GraphNode One(GraphNode x, GraphNode exponent)
    {
        if (exponent.IsNumber(1))
            return x;
        if (Kind(x, exponent) is GraphKind.Number or GraphKind.Column)
        {
            return x.Kind == GraphKind.Number && exponent.Kind == GraphKind.Number ? Number(Scalars.Power(x.Number, exponent.Number))
                : Computed($"{Id(x.Id)}^{Id(exponent.Id)}", i => Scalars.Power(At(x, i), At(exponent, i)));
        }

        if (exponent.Kind == GraphKind.Number)
        {
            var power = exponent.Number;
            if (power == 0.5)
                return Node(GraphOperation.Sqrt, x.Kind, x);
            if (power == Math.Floor(power) && power is > 1 and <= MostRepeats)
                return Repeated(x, (int)power);
        }

        return Node(GraphOperation.Power, Kind(x, exponent), x, exponent);
    }

    private GraphNode Repeated(GraphNode x, int times)
    {
        var half = times / 2 > 1 ? Repeated(x, times / 2) : x;
        var square = Node(GraphOperation.Multiply, x.Kind, half, half);
        return times % 2 == 0 ? square : Node(GraphOperation.Multiply, x.Kind, square, x);
    }
}
