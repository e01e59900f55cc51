namespace ScalingSdk.Fitting.Compiled;

/// <summary>Gives each node of a graph its place on the tape.</summary>
internal sealed class TapeLayout
{
    private readonly IReadOnlyList<GraphNode> _nodes;
    private readonly GraphNode _root;
    private readonly ScalarProgram _scalars;
    private readonly Dictionary<int, int> _registers = [];

    internal TapeLayout(IReadOnlyList<GraphNode> nodes, GraphNode root, ScalarProgram scalars)
    {
        (_nodes, _root, _scalars) = (nodes, root, scalars);
        foreach (var node in nodes)
        {
            if (node.Kind != GraphKind.Column)
                _registers.Add(node.Id, _registers.Count * TapeStep.Block);
        }

        RootRegister = root.Kind == GraphKind.Mixed ? _registers[root.Id] : _registers.Count * TapeStep.Block;
        Registers = new double[(_registers.Count + 1) * TapeStep.Block];
        foreach (var node in nodes)
        {
            if (node.Kind == GraphKind.Number)
            {
                for (var i = 0; i < TapeStep.Block; i++)
                    Registers[_registers[node.Id] + i] = node.Number;
            }
            else if (node.Kind == GraphKind.Scalar)
            {
                Broadcasts.Add((_scalars.Slot(node), _registers[node.Id]));
                Interfaces.Add((_scalars.Slot(node), _registers[node.Id]));
            }
        }

        KeepWhatRunsUse();
    }

    internal double[] Registers { get; }

    internal int RootRegister { get; }

    /// <summary>Scalars that steps read as vectors.</summary>
    internal List<(int Slot, int Register)> Broadcasts { get; } = [];

    /// <summary>Scalars by which steps have derivatives.</summary>
    internal List<(int Slot, int Adjoint)> Interfaces { get; } = [];

    internal IEnumerable<TapeStep> Steps()
    {
        foreach (var node in _nodes)
        {
            if (node.Kind == GraphKind.Mixed)
                yield return Step(node);
        }

        // A law of its constants alone, or of the runs alone.
        if (_root.Kind != GraphKind.Mixed)
        {
            yield return new SumStep(
                _root.Kind == GraphKind.Number ? _root.Number : 0,
                _root.Kind == GraphKind.Number ? [] : [Term(_root.Kind == GraphKind.Scalar ? new(1, _root, null) : new(1, null, _root))],
                _scalars.Values)
            { Register = RootRegister };
        }
    }

    // Scalars inside scalars need neither a copy for each run nor a derivative of their own.
    private void KeepWhatRunsUse()
    {
        var vectors = new HashSet<int>();
        var scalars = new HashSet<int>();
        if (_root.Kind == GraphKind.Scalar)
            scalars.Add(_root.Id);
        foreach (var node in _nodes.Where(static node => node.Kind == GraphKind.Mixed))
        {
            foreach (var operand in node.Operands)
                vectors.Add(operand.Id);
            foreach (var term in node.Terms)
                scalars.Add(term.Scalar?.Id ?? -1);
        }

        var slots = _nodes.Where(static node => node.Kind == GraphKind.Scalar).ToDictionary(_scalars.Slot, static node => node.Id);
        Broadcasts.RemoveAll(broadcast => !vectors.Contains(slots[broadcast.Slot]));
        Interfaces.RemoveAll(used => !vectors.Contains(slots[used.Slot]) && !scalars.Contains(slots[used.Slot]));
    }

    private TapeStep Step(GraphNode node)
    {
        var register = _registers[node.Id];
        if (node.Operation == GraphOperation.Sum)
            return new SumStep(node.Number, [.. node.Terms.Select(Term)], _scalars.Values) { Register = register };
        var left = Operand(node.Operands[0]);
        var right = node.Operands.Count > 1 ? Operand(node.Operands[1]) : left;
        return node.Operation switch
        {
            GraphOperation.Multiply => new MultiplyStep(left, right) { Register = register },
            GraphOperation.Divide => new DivideStep(left, right) { Register = register },
            GraphOperation.Power => new PowerStep(left, right) { Register = register },
            GraphOperation.Min or GraphOperation.Max => new MinMaxStep(left, right, node.Operation == GraphOperation.Max) { Register = register },
            _ => new FunctionStep(node.Operation, left) { Register = register },
        };
    }

    private TapeTerm Term(SumTerm term) => new(
        term.Factor,
        term.Scalar is null ? -1 : _scalars.Slot(term.Scalar),
        term.Scalar is null ? -1 : _registers[term.Scalar.Id],
        term.Vector is null ? null : Operand(term.Vector));

    private TapeOperand Operand(GraphNode node) => node.Kind switch
    {
        GraphKind.Column => new(node.Values, 0, true, -1),
        GraphKind.Number => new(Registers, _registers[node.Id], false, -1),
        _ => new(Registers, _registers[node.Id], false, _registers[node.Id]),
    };
}
