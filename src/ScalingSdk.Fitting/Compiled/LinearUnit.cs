namespace ScalingSdk.Fitting.Compiled;

/// <summary>
/// A part of a law that depends on its constants alone, in which the law is linear, and the constant that appears there and nowhere
/// else: A itself, e^d of d, softplus(c) of c, A^alpha of A. Its best value given the other constants is a least-squares solution.
/// </summary>
/// <param name="Parameter">The constant.</param>
/// <param name="Chain">From the constant to the part, each made of the one before.</param>
internal sealed record LinearUnit(int Parameter, IReadOnlyList<GraphNode> Chain)
{
    internal GraphNode Part => Chain[Chain.Count - 1];

    /// <summary>The part's value where the constant is x and the other constants are as last evaluated.</summary>
    internal double Apply(double x, ScalarProgram scalars)
    {
        var value = x;
        for (var k = 1; k < Chain.Count; k++)
            value = Step(Chain[k], Chain[k - 1], value, scalars);
        return value;
    }

    /// <summary>The constant where the part has a value; not a number where there is none.</summary>
    internal double Invert(double value, ScalarProgram scalars)
    {
        for (var k = Chain.Count - 1; k > 0; k--)
            value = StepBack(Chain[k], Chain[k - 1], value, scalars);
        return value;
    }

    private static double Value(GraphNode node, ScalarProgram scalars) =>
        node.Kind == GraphKind.Number ? node.Number : scalars.Values[scalars.Slot(node)];

    private static double Step(GraphNode node, GraphNode child, double x, ScalarProgram scalars)
    {
        double Operand(int i) => ReferenceEquals(node.Operands[i], child) ? x : Value(node.Operands[i], scalars);

        return node.Operation switch
        {
            GraphOperation.Sum => node.Number + node.Terms.Sum(term => term.Factor * (ReferenceEquals(term.Scalar, child) ? x : Value(term.Scalar!, scalars))),
            GraphOperation.Multiply => Operand(0) * Operand(1),
            GraphOperation.Divide => Operand(0) / Operand(1),
            GraphOperation.Power => Scalars.Power(Operand(0), Operand(1)),
            _ => Scalars.Apply(node.Operation, x),
        };
    }

    private static double StepBack(GraphNode node, GraphNode child, double value, ScalarProgram scalars)
    {
        bool Is(int i) => ReferenceEquals(node.Operands[i], child);

        switch (node.Operation)
        {
            case GraphOperation.Sum:
                var factor = node.Terms.First(term => ReferenceEquals(term.Scalar, child)).Factor;
                return (value - node.Number - node.Terms.Where(term => !ReferenceEquals(term.Scalar, child)).Sum(term => term.Factor * Value(term.Scalar!, scalars))) / factor;
            case GraphOperation.Multiply:
                return Is(0) && Is(1) ? Math.Sqrt(value) : value / Value(node.Operands[Is(0) ? 1 : 0], scalars);
            case GraphOperation.Divide:
                return Is(0) ? value * Value(node.Operands[1], scalars) : Value(node.Operands[0], scalars) / value;
            case GraphOperation.Power:
                return Is(0) ? Math.Pow(value, 1 / Value(node.Operands[1], scalars)) : Math.Log(value) / Math.Log(Value(node.Operands[0], scalars));
            default:
                return Scalars.Invert(node.Operation, value);
        }
    }
}
