using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Compiled;

/// <summary>Builds the graph of a formula's tree.</summary>
internal static class GraphReader
{
    internal static GraphNode Read(FormulaTerm term, GraphBuilder graph, Func<string, GraphNode> symbol)
    {
        GraphNode Of(int operand) => Read(term.Operands[operand], graph, symbol);

        return term.Kind switch
        {
            TermKind.Number => graph.Number(term.Value),
            TermKind.Symbol => symbol(term.Name),
            TermKind.Add => graph.Sum((1, Of(0)), (1, Of(1))),
            TermKind.Subtract => graph.Sum((1, Of(0)), (-1, Of(1))),
            TermKind.Negate => graph.Sum((-1, Of(0))),
            TermKind.Multiply => graph.Multiply(Of(0), Of(1)),
            TermKind.Divide => graph.Divide(Of(0), Of(1)),
            TermKind.Power => graph.Power(Of(0), Of(1)),
            TermKind.Exp => graph.Function(GraphOperation.Exp, Of(0)),
            TermKind.Log => graph.Function(GraphOperation.Log, Of(0)),
            TermKind.Log10 => graph.Sum((1 / Math.Log(10), graph.Function(GraphOperation.Log, Of(0)))),
            TermKind.Sqrt => graph.Function(GraphOperation.Sqrt, Of(0)),
            TermKind.Abs => graph.Function(GraphOperation.Abs, Of(0)),
            TermKind.Tanh => graph.Function(GraphOperation.Tanh, Of(0)),
            TermKind.Softplus => graph.Function(GraphOperation.Softplus, Of(0)),
            TermKind.Min => graph.MinMax(GraphOperation.Min, Of(0), Of(1)),
            _ => graph.MinMax(GraphOperation.Max, Of(0), Of(1)),
        };
    }
}
