using System.Globalization;
using System.Text;

namespace ScalingSdk.Fitting.Compiled;

/// <summary>Builds the graph of a law on runs: shares equal parts, computes at once what depends on the runs alone, merges powers.</summary>
/// <param name="rows">How many runs there are.</param>
/// <param name="relaxed">
/// True for the graph that starts are found on: guards such as max(x, 1e-12) are dropped and constants below a power count as positive.
/// </param>
internal sealed partial class GraphBuilder(int rows, bool relaxed)
{
    private readonly Dictionary<string, GraphNode> _known = new(StringComparer.Ordinal);

    internal int Rows => rows;

    internal GraphNode Number(double value) => Shared($"n{value.ToString("R", CultureInfo.InvariantCulture)}", id =>
        new() { Id = id, Operation = GraphOperation.Number, Kind = GraphKind.Number, Number = value });

    internal GraphNode Parameter(int index) => Shared($"p{Id(index)}", id =>
        new() { Id = id, Operation = GraphOperation.Parameter, Kind = GraphKind.Scalar, Parameter = index });

    internal GraphNode Column(string name, double[] values) => Shared("c" + name, id =>
        new() { Id = id, Operation = GraphOperation.Column, Kind = GraphKind.Column, Values = values });

    internal GraphNode Function(GraphOperation operation, GraphNode x)
    {
        if (operation == GraphOperation.Exp)
            return Power([new(x, Number(1))], exponential: true);
        if (operation == GraphOperation.Sqrt)
            return Power(x, Number(0.5));
        if (operation == GraphOperation.Log && x.Operation == GraphOperation.Exp)
            return x.Operands[0];
        return x.Kind switch
        {
            GraphKind.Number => Number(Scalars.Apply(operation, x.Number)),
            GraphKind.Column => Computed($"{operation}({Id(x.Id)})", i => Scalars.Apply(operation, x.Values[i])),
            _ => Node(operation, x.Kind, x),
        };
    }

    internal GraphNode MinMax(GraphOperation operation, GraphNode left, GraphNode right)
    {
        if (relaxed && left.Kind == GraphKind.Number != (right.Kind == GraphKind.Number) && (left, right) is var (a, b))
        {
            var (bound, other) = a.Kind == GraphKind.Number ? (a.Number, b) : (b.Number, a);
            var isGuard = operation == GraphOperation.Max ? bound is > 0 and <= 1e-5 or <= -20 : bound >= 20;
            if (isGuard && other.Kind is GraphKind.Mixed or GraphKind.Scalar)
                return other;
        }

        double Choose(double x, double y) => operation == GraphOperation.Min ? Math.Min(x, y) : Math.Max(x, y);
        return Kind(left, right) switch
        {
            GraphKind.Number => Number(Choose(left.Number, right.Number)),
            GraphKind.Column => Computed($"{operation}({Id(left.Id)},{Id(right.Id)})", i => Choose(At(left, i), At(right, i))),
            var kind => Node(operation, kind, left, right),
        };
    }

    private static double At(GraphNode node, int row) => node.Kind == GraphKind.Number ? node.Number : node.Values[row];

    private static string Id(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static GraphKind Kind(params GraphNode[] nodes)
    {
        var scalar = nodes.Any(static node => node.Kind is GraphKind.Scalar or GraphKind.Mixed);
        var column = nodes.Any(static node => node.Kind is GraphKind.Column or GraphKind.Mixed);
        return scalar && column ? GraphKind.Mixed : scalar ? GraphKind.Scalar : column ? GraphKind.Column : GraphKind.Number;
    }

    private GraphNode Node(GraphOperation operation, GraphKind kind, params GraphNode[] operands) =>
        Shared($"{operation}({string.Join(",", operands.Select(static node => Id(node.Id)))})", id =>
            new() { Id = id, Operation = operation, Kind = kind, Operands = operands });

    private GraphNode Computed(string name, Func<int, double> value) => Shared("v" + name, id =>
    {
        var values = new double[rows];
        for (var i = 0; i < rows; i++)
            values[i] = value(i);
        return new() { Id = id, Operation = GraphOperation.Column, Kind = GraphKind.Column, Values = values };
    });

    private GraphNode Shared(string key, Func<int, GraphNode> make)
    {
        if (!_known.TryGetValue(key, out var node))
            _known.Add(key, node = make(_known.Count));
        return node;
    }

    private static StringBuilder Key(StringBuilder key, double factor, GraphNode? scalar, GraphNode? vector) => key
        .Append(factor.ToString("R", CultureInfo.InvariantCulture)).Append('*').Append(scalar is null ? "" : Id(scalar.Id))
        .Append('*').Append(vector is null ? "" : Id(vector.Id)).Append('+');
}
