namespace ScalingSdk.Fitting.Compiled;

/// <summary>The parts of a law that depend on its constants alone, with their derivatives by each constant.</summary>
internal sealed class ScalarProgram
{
    private readonly List<GraphNode> _nodes;
    private readonly Dictionary<int, int> _slots = [];
    private readonly int _parameters;

    internal ScalarProgram(IEnumerable<GraphNode> nodes, int parameters)
    {
        _parameters = parameters;
        _nodes = [.. nodes];
        for (var slot = 0; slot < _nodes.Count; slot++)
            _slots.Add(_nodes[slot].Id, slot);
        Values = new double[Math.Max(1, _nodes.Count)];
        Slopes = new double[_nodes.Count * parameters];
    }

    internal double[] Values { get; }

    /// <summary>A row of derivatives for each scalar.</summary>
    internal double[] Slopes { get; }

    internal int Count => _nodes.Count;

    internal int Slot(GraphNode node) => _slots[node.Id];

    internal bool Has(GraphNode node) => _slots.ContainsKey(node.Id);

    internal double Slope(int slot, int parameter) => Slopes[(slot * _parameters) + parameter];

    internal void Evaluate(double[] theta, bool slopes)
    {
        for (var slot = 0; slot < _nodes.Count; slot++)
        {
            Value(_nodes[slot], slot, theta);
            if (slopes)
                SlopesOf(_nodes[slot], slot);
        }
    }

    private double At(GraphNode node) => node.Kind == GraphKind.Number ? node.Number : Values[_slots[node.Id]];

    private void Value(GraphNode node, int slot, double[] theta)
    {
        Values[slot] = node.Operation switch
        {
            GraphOperation.Parameter => theta[node.Parameter],
            GraphOperation.Sum => SumOf(node),
            GraphOperation.Multiply => At(node.Operands[0]) * At(node.Operands[1]),
            GraphOperation.Divide => At(node.Operands[0]) / At(node.Operands[1]),
            GraphOperation.Power => Scalars.Power(At(node.Operands[0]), At(node.Operands[1])),
            GraphOperation.Min => Math.Min(At(node.Operands[0]), At(node.Operands[1])),
            GraphOperation.Max => Math.Max(At(node.Operands[0]), At(node.Operands[1])),
            _ => Scalars.Apply(node.Operation, At(node.Operands[0])),
        };
    }

    private double SumOf(GraphNode node)
    {
        var sum = node.Number;
        for (var t = 0; t < node.Terms.Count; t++)
            sum += node.Terms[t].Factor * At(node.Terms[t].Scalar!);
        return sum;
    }

    private void SlopesOf(GraphNode node, int slot)
    {
        Array.Clear(Slopes, slot * _parameters, _parameters);
        double value = Values[slot];
        switch (node.Operation)
        {
            case GraphOperation.Parameter:
                Slopes[(slot * _parameters) + node.Parameter] = 1;
                return;
            case GraphOperation.Sum:
                for (var t = 0; t < node.Terms.Count; t++)
                    Chain(slot, node.Terms[t].Scalar!, node.Terms[t].Factor);
                return;
        }

        double left = At(node.Operands[0]), right = node.Operands.Count > 1 ? At(node.Operands[1]) : 0;
        switch (node.Operation)
        {
            case GraphOperation.Multiply:
                Chain(slot, node.Operands[0], right);
                Chain(slot, node.Operands[1], left);
                break;
            case GraphOperation.Divide:
                Chain(slot, node.Operands[0], 1 / right);
                Chain(slot, node.Operands[1], -value / right);
                break;
            case GraphOperation.Power:
                Chain(slot, node.Operands[0], left != 0 ? value * right / left : 0);
                Chain(slot, node.Operands[1], left > 0 ? value * Math.Log(left) : 0);
                break;
            case GraphOperation.Min:
            case GraphOperation.Max:
                Chain(slot, node.Operands[left == value ? 0 : 1], 1);
                break;
            default:
                Chain(slot, node.Operands[0], Scalars.Slope(node.Operation, left, value));
                break;
        }
    }

    private void Chain(int slot, GraphNode operand, double slope)
    {
        if (operand.Kind == GraphKind.Number)
            return;
        int to = slot * _parameters, from = _slots[operand.Id] * _parameters;
        for (var p = 0; p < _parameters; p++)
            Slopes[to + p] += slope * Slopes[from + p];
    }
}
