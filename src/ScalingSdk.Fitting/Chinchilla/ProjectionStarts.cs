using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Chinchilla;

/// <summary>Starts by variable projection: on a grid of alpha and beta, the best E, A and B are a linear problem.</summary>
/// <remarks>
/// Least squares of the relative residual stands in for the penalty there, and the cells are then ranked by the penalty itself.
/// The basins of the form lie in (alpha, beta): every cell that beats its neighbours is a start.
/// </remarks>
internal sealed class ProjectionStarts
{
    private const double Least = 0.04;
    private const double Most = 2;
    private const int Side = 12;
    private const int MostStarts = 8;

    private readonly RunLogs _data;
    private readonly double[] _alphas = new double[Side];
    private readonly double[] _betas = new double[Side];
    private readonly double[][] _sizePowers = new double[Side][];
    private readonly double[][] _tokenPowers = new double[Side][];
    private readonly double[] _inverseLoss;

    /// <param name="data">The runs.</param>
    /// <param name="seed">Moves the grid by a part of a cell, so that the answer can be shown not to hang on it.</param>
    internal ProjectionStarts(RunLogs data, int seed)
    {
        _data = data;
        _inverseLoss = Array.ConvertAll(data.LogLoss, static l => Math.Exp(-l));
        var random = new SplitMix64((ulong)seed);
        double moveAlpha = random.NextDouble() - 0.5, moveBeta = random.NextDouble() - 0.5;
        for (var i = 0; i < Side; i++)
        {
            _alphas[i] = Cell(i + moveAlpha);
            _betas[i] = Cell(i + moveBeta);
            _sizePowers[i] = Powers(data.X, _alphas[i]);
            _tokenPowers[i] = Powers(data.Y, _betas[i]);
        }
    }

    /// <summary>The starts, best first, in the objective's parameters.</summary>
    internal List<double[]> Find(ChinchillaObjective objective)
    {
        var n = objective.Dimension;
        var tied = n < 5;
        var starts = new double[Side * Side][];
        var scores = new double[Side * Side];
        double[] gradient = new double[n], hessian = new double[n * n];
        for (var cell = 0; cell < scores.Length; cell++)
        {
            scores[cell] = double.PositiveInfinity;
            if (tied && cell / Side != cell % Side)
                continue;
            starts[cell] = Project(cell / Side, cell % Side, n);
            var score = objective.Evaluate(starts[cell], gradient, hessian);
            scores[cell] = double.IsNaN(score) ? double.PositiveInfinity : score;
        }

        return [.. Enumerable.Range(0, scores.Length)
            .Where(cell => !double.IsPositiveInfinity(scores[cell]) && BeatsNeighbours(scores, cell))
            .OrderBy(cell => scores[cell]).Take(MostStarts).Select(cell => starts[cell])];
    }

    private static double Cell(double i) => Least * Math.Pow(Most / Least, i / (Side - 1));

    private static double[] Powers(double[] logs, double exponent) => Array.ConvertAll(logs, x => Math.Exp(-exponent * x));

    private static bool BeatsNeighbours(double[] scores, int cell)
    {
        int row = cell / Side, column = cell % Side;
        for (var i = Math.Max(0, row - 1); i <= Math.Min(Side - 1, row + 1); i++)
        {
            for (var j = Math.Max(0, column - 1); j <= Math.Min(Side - 1, column + 1); j++)
            {
                if (scores[(i * Side) + j] < scores[cell])
                    return false;
            }
        }

        return true;
    }

    private double[] Project(int alpha, int beta, int dimension)
    {
        double[] u = _sizePowers[alpha], v = _tokenPowers[beta];
        var normal = new NonNegativeLeastSquares3();
        for (var i = 0; i < _data.Count; i++)
        {
            var scale = _inverseLoss[i];
            normal.Add(scale, u[i] * scale, v[i] * scale, _data.Weights[i]);
        }

        var (e, a, b) = normal.Solve();

        // A term that the data do not want starts small, not absent: ln 0 has no gradient to leave by.
        var floor = 1e-4 * Math.Exp(_data.LogLoss[0]);
        double[] theta = [Math.Log(Math.Max(e, floor)), Math.Log(Math.Max(a, floor)), Math.Log(Math.Max(b, floor)), _alphas[alpha], _betas[beta]];
        Array.Resize(ref theta, dimension);
        return theta;
    }
}
