using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Compiled;

/// <summary>A formula on a set of runs: its equations as tapes, one behind the other.</summary>
/// <remarks>One instance serves one thread; <see cref="Copy"/> gives another.</remarks>
internal sealed class LawModel
{
    private readonly LawTape[] _tapes;
    private readonly IReadOnlyList<GraphNode> _roots;
    private readonly int _padded;

    private LawModel(IReadOnlyList<GraphNode> roots, IReadOnlyList<string> constants, int rows, int padded, IReadOnlyList<LinearUnit> linear)
    {
        (_roots, Constants, RunCount, _padded, Linear) = (roots, constants, rows, padded, linear);
        _tapes = [.. roots.Select(root => new LawTape(root, padded, constants.Count))];
    }

    /// <summary>The constants, in the order of theta.</summary>
    internal IReadOnlyList<string> Constants { get; }

    internal int RunCount { get; }

    /// <summary>Predictions, those that only fill the last vector among them.</summary>
    internal int Rows => _padded * _tapes.Length;

    internal int Equations => _tapes.Length;

    /// <summary>What the law is linear in.</summary>
    internal IReadOnlyList<LinearUnit> Linear { get; }

    internal IReadOnlyList<GraphNode> Roots => _roots;

    /// <param name="formula">The formula.</param>
    /// <param name="constants">Its constants.</param>
    /// <param name="rows">How many runs there are.</param>
    /// <param name="column">The values of a column.</param>
    /// <param name="relaxed">See <see cref="GraphBuilder"/>.</param>
    internal static LawModel Bind(Formula formula, IReadOnlyList<string> constants, int rows, Func<string, double[]> column, bool relaxed = false)
    {
        var padded = Padded(rows);
        var graph = new GraphBuilder(padded, relaxed);
        var index = constants.Select(static (name, i) => (name, i)).ToDictionary(static pair => pair.name, static pair => pair.i, StringComparer.Ordinal);
        var roots = formula.Equations.Select(equation => GraphReader.Read(
            equation.Right, graph, name => index.TryGetValue(name, out var i) ? graph.Parameter(i) : graph.Column(name, Pad(column(name), padded)))).ToList();
        return new(roots, constants, rows, padded, LinearStructure.Find(roots, constants.Count));
    }

    /// <summary>False where a lesser, a greater or an absolute value depends on the constants: derivatives jump there.</summary>
    internal bool IsSmooth => !_roots.SelectMany(LawTape.Reachable)
        .Any(static node => node is { Kind: GraphKind.Mixed, Operation: GraphOperation.Min or GraphOperation.Max or GraphOperation.Abs });

    /// <summary>The same law on the same runs for another thread.</summary>
    internal LawModel Copy() => new(_roots, Constants, RunCount, _padded, Linear);

    /// <summary>Where the prediction of a run stands.</summary>
    internal int Row(int equation, int run) => (equation * _padded) + run;

    /// <summary>Writes predictions and, where asked, derivatives: constant after constant, <see cref="Rows"/> each.</summary>
    internal void Evaluate(double[] theta, double[] predictions, double[]? jacobian)
    {
        for (var t = 0; t < _tapes.Length; t++)
            _tapes[t].Evaluate(theta, predictions, t * _padded, jacobian, Rows);
    }

    /// <summary>The scalar parts of the last evaluation in which a unit stands.</summary>
    internal ScalarProgram ScalarsOf(LinearUnit unit)
    {
        foreach (var tape in _tapes)
        {
            if (tape.ScalarParts.Has(unit.Part))
                return tape.ScalarParts;
        }

        throw new ArgumentException("the unit is of another law", nameof(unit));
    }

    internal static double[] Pad(double[] values, int padded)
    {
        var all = new double[padded];
        Array.Copy(values, all, values.Length);
        for (var i = values.Length; i < padded && values.Length > 0; i++)
            all[i] = values[values.Length - 1];
        return all;
    }

    private static int Padded(int rows) => (rows + LaneMath.Width - 1) / LaneMath.Width * LaneMath.Width;
}
