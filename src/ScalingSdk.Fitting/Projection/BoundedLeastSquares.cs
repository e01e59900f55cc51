using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Projection;

/// <summary>Minimises x'Gx/2 - b'x between bounds, by the active-set method of Stark and Parker 1995 (BVLS) on normal equations.</summary>
internal sealed class BoundedLeastSquares(int size)
{
    private const double Ridge = 1e-15;

    private readonly double[] _matrix = new double[size * size];
    private readonly double[] _lower = new double[size * size];
    private readonly double[] _right = new double[size];
    private readonly double[] _solution = new double[size];
    private readonly double[] _scale = new double[size];
    private readonly int[] _free = new int[size];
    private readonly sbyte[] _state = new sbyte[size];

    /// <param name="gram">G, row by row.</param>
    /// <param name="right">b.</param>
    /// <param name="low">The least of each unknown.</param>
    /// <param name="high">The greatest.</param>
    /// <param name="x">The solution.</param>
    /// <returns>False where the numbers are not finite.</returns>
    internal bool Solve(double[] gram, double[] right, double[] low, double[] high, double[] x)
    {
        for (var i = 0; i < size; i++)
        {
            _state[i] = 0;
            _scale[i] = gram[(i * size) + i] > 0 ? 1 / Math.Sqrt(gram[(i * size) + i]) : 0;
            x[i] = Math.Max(low[i], Math.Min(high[i], 0));
            if (_scale[i] == 0)
                _state[i] = 2;
        }

        for (var round = 0; round < (4 * size) + 4; round++)
        {
            if (!SolveFree(gram, right, x, out var free))
                return false;
            if (Block(low, high, x, free))
                continue;
            for (var f = 0; f < free; f++)
                x[_free[f]] = _solution[f];
            if (!Release(gram, right, x))
                return true;
        }

        return true;
    }

    private bool SolveFree(double[] gram, double[] right, double[] x, out int free)
    {
        free = 0;
        for (var i = 0; i < size; i++)
        {
            if (_state[i] == 0)
                _free[free++] = i;
        }

        for (var r = 0; r < free; r++)
        {
            var i = _free[r];
            var sum = right[i];
            for (var j = 0; j < size; j++)
            {
                if (_state[j] != 0)
                    sum -= gram[(i * size) + j] * x[j];
            }

            _right[r] = -sum * _scale[i];
            for (var c = 0; c <= r; c++)
                _matrix[(r * free) + c] = gram[(i * size) + _free[c]] * _scale[i] * _scale[_free[c]];
        }

        var shift = Ridge;
        while (!Cholesky.Factor(_matrix, shift, _lower, free))
        {
            shift *= 30;
            if (shift > 1 || double.IsNaN(shift))
                return false;
        }

        Cholesky.SolveNegative(_lower, _right, _solution, free);
        for (var f = 0; f < free; f++)
        {
            _solution[f] *= _scale[_free[f]];
            if (double.IsNaN(_solution[f]) || double.IsInfinity(_solution[f]))
                return false;
        }

        return true;
    }

    // Goes from x towards the free solution as far as the first bound, and holds the unknown there.
    private bool Block(double[] low, double[] high, double[] x, int free)
    {
        var share = 1.0;
        var blocking = -1;
        for (var f = 0; f < free; f++)
        {
            var i = _free[f];
            var bound = _solution[f] < low[i] ? low[i] : _solution[f] > high[i] ? high[i] : double.NaN;
            if (double.IsNaN(bound))
                continue;
            var step = (bound - x[i]) / (_solution[f] - x[i]);
            if (step < share || blocking < 0)
                (share, blocking) = (Math.Max(0, Math.Min(share, step)), i);
        }

        if (blocking < 0)
            return false;
        for (var f = 0; f < free; f++)
        {
            var i = _free[f];
            x[i] += share * (_solution[f] - x[i]);
            if (i == blocking)
            {
                var atLow = _solution[f] < low[i];
                x[i] = atLow ? low[i] : high[i];
                _state[i] = (sbyte)(atLow ? -1 : 1);
            }
        }

        return true;
    }

    // Frees the unknown whose gradient points farthest into the box.
    private bool Release(double[] gram, double[] right, double[] x)
    {
        var best = -1;
        var most = 1e-10;
        for (var i = 0; i < size; i++)
        {
            if (_state[i] is 0 or 2)
                continue;
            double slope = right[i], size2 = Math.Abs(right[i]);
            for (var j = 0; j < size; j++)
            {
                slope -= gram[(i * size) + j] * x[j];
                size2 += Math.Abs(gram[(i * size) + j] * x[j]);
            }

            var inward = (_state[i] < 0 ? slope : -slope) / Math.Max(size2, double.Epsilon);
            if (inward > most)
                (best, most) = (i, inward);
        }

        if (best < 0)
            return false;
        _state[best] = 0;
        return true;
    }
}
