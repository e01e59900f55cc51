namespace ScalingSdk.Fitting.Compiled;

/// <summary>Collects a product as a number, powers with one base each, and the exponent of e.</summary>
internal sealed class ProductParts(GraphBuilder graph, bool relaxed)
{
    private readonly List<PowerFactor> _powers = [];

    internal double Factor { get; private set; } = 1;

    internal List<(double Factor, GraphNode Node)> Exponents { get; } = [];

    internal void Add(GraphNode x, GraphNode exponent)
    {
        var known = exponent.Kind == GraphKind.Number;
        if (known && exponent.Number == 0)
            return;
        if (x.Kind == GraphKind.Number && known)
            Factor *= Scalars.Power(x.Number, exponent.Number);
        else if (x.Operation == GraphOperation.Exp)
            AddExponent(1, graph.Multiply(exponent, x.Operands[0]));
        else if (x.Product is { } product && !(product.Factors.Count == 1 && product.Factor == 1 && ReferenceEquals(product.Factors[0].Base, x)))
            AddProduct(x, product, exponent);
        else if (!known && IsPositive(x) && x.Kind is GraphKind.Column or GraphKind.Number)
            AddExponent(1, graph.Multiply(exponent, graph.Function(GraphOperation.Log, x)));
        else
            AddPower(x, exponent);
    }

    /// <summary>Adds to the exponent of e; ln x times a number there is a power of x.</summary>
    internal void AddExponent(double factor, GraphNode exponent)
    {
        if (exponent.Operation == GraphOperation.Sum)
        {
            if (exponent.Number != 0)
                Exponents.Add((factor, graph.Number(exponent.Number)));
            foreach (var term in exponent.Terms)
            {
                if (term.Scalar is not null && term.Vector is not null)
                    Exponents.Add((factor * term.Factor, graph.Multiply(term.Scalar, term.Vector)));
                else
                    AddExponent(factor * term.Factor, term.Scalar ?? term.Vector!);
            }
        }
        else if (exponent.Operation == GraphOperation.Log && exponent.Kind is GraphKind.Scalar or GraphKind.Mixed)
            Add(exponent.Operands[0], graph.Number(factor));
        else
            Exponents.Add((factor, exponent));
    }

    /// <summary>The powers that stay powers.</summary>
    internal List<PowerFactor> Finish() => _powers.FindAll(static power => !power.Exponent.IsNumber(0));

    /// <summary>Everything but the number, as powers.</summary>
    internal List<PowerFactor> Whole()
    {
        var all = Finish();
        if (Exponents.Count > 0 && graph.Sum([.. Exponents]) is { Kind: not GraphKind.Number } exponent)
            all.Add(new(graph.Exponent(exponent), graph.Number(1)));
        else if (Exponents.Count > 0)
            all.Add(new(graph.Number(Math.Exp(graph.Sum([.. Exponents]).Number)), graph.Number(1)));
        return all;
    }

    // (x y)^e is x^e y^e where e is integral, or as far as x is positive.
    private void AddProduct(GraphNode x, PowerProduct product, GraphNode exponent)
    {
        if (exponent.Kind == GraphKind.Number && exponent.Number == Math.Floor(exponent.Number))
        {
            Factor *= Math.Pow(product.Factor, exponent.Number);
            foreach (var part in product.Factors)
                Add(part.Base, graph.Multiply(part.Exponent, exponent));
            return;
        }

        var positive = product.Factors.Where(part => IsPositive(part.Base)).ToList();
        var others = product.Factors.Where(part => !IsPositive(part.Base)).ToList();
        if (product.Factor <= 0 || (positive.Count == 0 && product.Factor == 1))
        {
            AddPower(x, exponent);
            return;
        }

        Add(graph.Number(product.Factor), exponent);
        foreach (var part in positive)
            Add(part.Base, graph.Multiply(part.Exponent, exponent));
        if (others.Count == 1 && others[0].Exponent.IsNumber(1))
            AddPower(others[0].Base, exponent);
        else if (others.Count > 0)
            AddPower(graph.Product(others), exponent);
    }

    private void AddPower(GraphNode x, GraphNode exponent)
    {
        var at = _powers.FindIndex(power => ReferenceEquals(power.Base, x));
        if (at >= 0)
            _powers[at] = new(x, graph.Sum((1, _powers[at].Exponent), (1, exponent)));
        else
            _powers.Add(new(x, exponent));
    }

    private bool IsPositive(GraphNode node) => node.Operation switch
    {
        GraphOperation.Number => node.Number > 0,
        GraphOperation.Column => Array.TrueForAll(node.Values, static value => value > 0),
        GraphOperation.Exp or GraphOperation.Softplus => true,
        GraphOperation.Parameter or GraphOperation.Abs => relaxed,
        _ => false,
    };
}
