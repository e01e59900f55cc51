namespace ScalingSdk.Fitting.Compiled;

/// <summary>One equation of a law on a set of runs: its predictions and their exact derivatives, a block of runs at a time.</summary>
/// <remarks>
/// Derivatives are taken in reverse (Linnainmaa 1976), so that they cost about three predictions however many constants there are.
/// Nothing is allocated by an evaluation. One instance serves one thread.
/// </remarks>
internal sealed class LawTape
{
    private const int Block = TapeStep.Block;

    private readonly int _rows;
    private readonly int _parameters;
    private readonly ScalarProgram _scalars;
    private readonly List<TapeStep> _steps = [];
    private readonly List<(int Slot, int Register)> _broadcasts = [];
    private readonly List<(int Slot, int Adjoint)> _interfaces = [];
    private readonly double[] _registers;
    private readonly double[] _adjoints;
    private readonly int _root;

    /// <param name="root">The right-hand side.</param>
    /// <param name="rows">Runs, a multiple of <see cref="LaneMath.Width"/>.</param>
    /// <param name="parameters">Constants of the law.</param>
    internal LawTape(GraphNode root, int rows, int parameters)
    {
        (_rows, _parameters) = (rows, parameters);
        Root = root;
        var nodes = Reachable(root);
        _scalars = new(nodes.Where(static node => node.Kind == GraphKind.Scalar), parameters);
        var layout = new TapeLayout(nodes, root, _scalars);
        _registers = layout.Registers;
        _adjoints = new double[_registers.Length];
        _steps.AddRange(layout.Steps());
        _root = layout.RootRegister;
        _broadcasts.AddRange(layout.Broadcasts);
        _interfaces.AddRange(layout.Interfaces);
    }

    internal GraphNode Root { get; }

    /// <summary>The scalar parts after an evaluation.</summary>
    internal ScalarProgram ScalarParts => _scalars;

    /// <summary>Writes the prediction of each run and, where asked, its derivative by each constant: constant after constant, run by run.</summary>
    internal void Evaluate(double[] theta, double[] predictions, int offset, double[]? jacobian, int stride)
    {
        _scalars.Evaluate(theta, jacobian is not null);
        foreach (var (slot, register) in _broadcasts)
            Fill(_registers, register, _scalars.Values[slot], Block);
        for (var start = 0; start < _rows; start += Block)
        {
            var count = Math.Min(Block, _rows - start);
            foreach (var step in _steps)
                step.Forward(_registers, start, count);
            Array.Copy(_registers, _root, predictions, offset + start, count);
            if (jacobian is not null)
                Reverse(start, count, offset, jacobian, stride);
        }
    }

    internal static List<GraphNode> Reachable(GraphNode root)
    {
        var seen = new Dictionary<int, GraphNode>();
        Visit(root);
        return [.. seen.Values.OrderBy(static node => node.Id)];

        void Visit(GraphNode node)
        {
            if (seen.ContainsKey(node.Id))
                return;
            seen.Add(node.Id, node);
            foreach (var child in node.Children)
                Visit(child);
        }
    }

    private void Reverse(int start, int count, int offset, double[] jacobian, int stride)
    {
        Array.Clear(_adjoints, 0, _adjoints.Length);
        Fill(_adjoints, _root, 1, count);
        for (var s = _steps.Count - 1; s >= 0; s--)
            _steps[s].Reverse(_registers, _adjoints, start, count);
        for (var p = 0; p < _parameters; p++)
            Array.Clear(jacobian, (p * stride) + offset + start, count);
        foreach (var (slot, adjoint) in _interfaces)
        {
            for (var p = 0; p < _parameters; p++)
            {
                var slope = _scalars.Slope(slot, p);
                if (slope != 0)
                    AddScaled(slope, _adjoints, adjoint, jacobian, (p * stride) + offset + start, count);
            }
        }
    }

    private static void AddScaled(double factor, double[] from, int at, double[] to, int where, int count)
    {
        var lane = LaneMath.Of(factor);
        for (var i = 0; i < count; i += LaneMath.Width)
            LaneMath.Store(LaneMath.Fma(lane, LaneMath.Load(from, at + i), LaneMath.Load(to, where + i)), to, where + i);
    }

    private static void Fill(double[] array, int at, double value, int count)
    {
        for (var i = at; i < at + count; i++)
            array[i] = value;
    }
}
