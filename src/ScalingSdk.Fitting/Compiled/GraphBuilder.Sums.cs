using System.Text;

namespace ScalingSdk.Fitting.Compiled;

/// <summary>Sums: flat, equal terms counted together, what depends on the runs alone computed once.</summary>
internal sealed partial class GraphBuilder
{
    internal GraphNode Sum(params (double Factor, GraphNode Node)[] parts)
    {
        var constant = 0.0;
        var terms = new List<(double Factor, GraphNode Node)>();
        foreach (var (factor, node) in parts)
            Flatten(factor, node, terms, ref constant);
        terms.RemoveAll(static term => term.Factor == 0);
        if (terms.Count == 0)
            return Number(constant);
        if (constant == 0 && terms.Count == 1 && terms[0].Factor == 1)
            return terms[0].Node;
        if (terms.TrueForAll(static term => term.Node.Kind == GraphKind.Column))
            return ColumnOf(terms, constant);

        var columns = terms.FindAll(static term => term.Node.Kind == GraphKind.Column);
        var others = terms.FindAll(static term => term.Node.Kind != GraphKind.Column);
        var made = others.ConvertAll(static term => Term(term.Factor, term.Node));
        if (columns.Count > 0)
        {
            made.Add(new(1, null, ColumnOf(columns, constant)));
            constant = 0;
        }

        made.Sort(static (x, y) => (x.Scalar?.Id ?? -1, x.Vector?.Id ?? -1).CompareTo((y.Scalar?.Id ?? -1, y.Vector?.Id ?? -1)));
        return SumNode(made, constant);
    }

    private GraphNode SumNode(List<SumTerm> terms, double constant)
    {
        var key = new StringBuilder("s");
        foreach (var term in terms)
            Key(key, term.Factor, term.Scalar, term.Vector);
        var kind = Kind([.. terms.SelectMany(static term => new[] { term.Scalar, term.Vector }).OfType<GraphNode>()]);
        var node = Shared(Key(key, constant, null, null).ToString(), id =>
            new() { Id = id, Operation = GraphOperation.Sum, Kind = kind, Number = constant, Terms = terms });
        if (terms.Count == 1 && constant == 0 && node.Product is null)
        {
            var inner = terms[0];
            var factors = new[] { inner.Scalar, inner.Vector }.OfType<GraphNode>().Select(part => new PowerFactor(part, Number(1)));
            node.Product = new(inner.Factor, [.. factors]);
        }

        return node;
    }

    private void Flatten(double factor, GraphNode node, List<(double Factor, GraphNode Node)> into, ref double constant)
    {
        if (node.Kind == GraphKind.Number)
        {
            constant += factor * node.Number;
            return;
        }

        if (node.Operation == GraphOperation.Sum)
        {
            constant += factor * node.Number;
            foreach (var term in node.Terms)
                Flatten(factor * term.Factor, Whole(term), into, ref constant);
            return;
        }

        var at = into.FindIndex(other => ReferenceEquals(other.Node, node));
        if (at >= 0)
            into[at] = (into[at].Factor + factor, node);
        else
            into.Add((factor, node));
    }

    private GraphNode Whole(SumTerm term) => term switch
    {
        { Scalar: { } scalar, Vector: { } vector } => Node(GraphOperation.Multiply, GraphKind.Mixed, scalar, vector),
        _ => term.Scalar ?? term.Vector!,
    };

    // A scalar times a vector is one step of the sum.
    private static SumTerm Term(double factor, GraphNode node) => node switch
    {
        { Operation: GraphOperation.Multiply, Kind: GraphKind.Mixed } when node.Operands[0].Kind == GraphKind.Scalar => new(factor, node.Operands[0], node.Operands[1]),
        { Kind: GraphKind.Scalar } => new(factor, node, null),
        _ => new(factor, null, node),
    };

    private GraphNode ColumnOf(List<(double Factor, GraphNode Node)> terms, double constant)
    {
        var key = new StringBuilder("sum");
        foreach (var (factor, node) in terms)
            Key(key, factor, null, node);
        return Computed(Key(key, constant, null, null).ToString(), i =>
        {
            var sum = constant;
            foreach (var (factor, node) in terms)
                sum += factor * node.Values[i];
            return sum;
        });
    }
}
