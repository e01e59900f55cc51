namespace ScalingSdk.Fitting.Compiled;

/// <summary>What a node computes.</summary>
internal enum GraphOperation
{
    Number,
    Parameter,
    Column,
    Sum,
    Multiply,
    Divide,
    Power,
    Min,
    Max,
    Exp,
    Log,
    Sqrt,
    Abs,
    Tanh,
    Softplus,
}

/// <summary>What a node depends on: nothing, the constants of the law, the runs, or both.</summary>
internal enum GraphKind
{
    Number,
    Scalar,
    Column,
    Mixed,
}

/// <summary>A term of a sum: factor * scalar * vector, where either may be missing.</summary>
internal readonly record struct SumTerm(double Factor, GraphNode? Scalar, GraphNode? Vector);

/// <summary>A base and its exponent.</summary>
internal readonly record struct PowerFactor(GraphNode Base, GraphNode Exponent);

/// <summary>A number times powers: what a product was made of, so that a larger one can take it apart.</summary>
internal sealed record PowerProduct(double Factor, IReadOnlyList<PowerFactor> Factors);

/// <summary>A node of a law's graph. Equal nodes are one node.</summary>
internal sealed class GraphNode
{
    internal required int Id { get; init; }

    internal required GraphOperation Operation { get; init; }

    internal required GraphKind Kind { get; init; }

    /// <summary>The value of a number, the constant of a sum.</summary>
    internal double Number { get; init; }

    /// <summary>Which parameter it is.</summary>
    internal int Parameter { get; init; } = -1;

    /// <summary>The values of a column, run by run.</summary>
    internal double[] Values { get; init; } = [];

    internal IReadOnlyList<GraphNode> Operands { get; init; } = [];

    internal IReadOnlyList<SumTerm> Terms { get; init; } = [];

    internal PowerProduct? Product { get; set; }

    internal IEnumerable<GraphNode> Children => Operation == GraphOperation.Sum
        ? Terms.SelectMany(static term => new[] { term.Scalar, term.Vector }).OfType<GraphNode>()
        : Operands;

    internal bool IsNumber(double value) => Kind == GraphKind.Number && Number == value;
}
