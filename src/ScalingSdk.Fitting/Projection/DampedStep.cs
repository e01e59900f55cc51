using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Projection;

/// <summary>The damped Gauss-Newton step between bounds, in constants scaled by their columns (Marquardt 1963).</summary>
internal sealed class DampedStep(LawState state, FormulaBox box)
{
    private readonly int _n = state.Count;
    private readonly double[] _matrix = new double[state.Count * state.Count];
    private readonly double[] _lower = new double[state.Count * state.Count];
    private readonly double[] _right = new double[state.Count];
    private readonly double[] _solution = new double[state.Count];
    private readonly double[] _scale = new double[state.Count];
    private readonly double[] _step = new double[state.Count];
    private readonly bool[] _held = new bool[state.Count];
    private readonly bool[] _undamped = new bool[state.Count];
    private readonly int[] _free = new int[state.Count];

    internal void Undamp(int constant) => _undamped[constant] = true;

    /// <summary>Writes the point after the step; returns what the quadratic model says that it gains, negative where it cannot be solved.</summary>
    internal double Solve(double[] theta, double damping, double[] trial)
    {
        for (var c = 0; c < _n; c++)
        {
            var diagonal = state.Matrix[(c * _n) + c];
            _scale[c] = diagonal > 0 && diagonal < double.MaxValue ? 1 / Math.Sqrt(diagonal) : 0;
            _held[c] = _scale[c] == 0 || PointsOut(theta, c);
            _step[c] = 0;
        }

        for (var pass = 0; pass <= _n; pass++)
        {
            if (!SolveFree(damping))
                return -1;
            if (!Clip(theta))
                break;
        }

        for (var c = 0; c < _n; c++)
            trial[c] = box.Clamp(c, theta[c] + _step[c]);
        return Expected(theta, trial);
    }

    /// <summary>The largest cosine between the residuals and a column that may move: zero at an optimum, whatever the units.</summary>
    internal double GradientCosine(double[] theta)
    {
        var largest = 0.0;
        var residuals = Math.Sqrt(2 * Math.Max(state.Value(), double.Epsilon));
        for (var c = 0; c < _n; c++)
        {
            var length = Math.Sqrt(state.Matrix[(c * _n) + c]);
            if (length > 0 && !PointsOut(theta, c))
                largest = Math.Max(largest, Math.Abs(state.Gradient[c]) / (length * residuals));
        }

        return largest;
    }

    private bool PointsOut(double[] theta, int c) =>
        (theta[c] <= box.Low[c] && state.Gradient[c] >= 0) || (theta[c] >= box.High[c] && state.Gradient[c] <= 0);

    private bool SolveFree(double damping)
    {
        var free = 0;
        for (var c = 0; c < _n; c++)
        {
            if (!_held[c])
                _free[free++] = c;
        }

        for (var r = 0; r < free; r++)
        {
            var i = _free[r];
            var sum = state.Gradient[i];
            for (var j = 0; j < _n; j++)
            {
                if (_held[j] && _step[j] != 0)
                    sum += state.Matrix[(i * _n) + j] * _step[j];
            }

            _right[r] = sum * _scale[i];
            for (var c = 0; c <= r; c++)
                _matrix[(r * free) + c] = state.Matrix[(i * _n) + _free[c]] * _scale[i] * _scale[_free[c]];
            _matrix[(r * free) + r] += _undamped[i] ? 1e-15 : damping;
        }

        var shift = 0.0;
        while (!Cholesky.Factor(_matrix, shift, _lower, free))
        {
            shift = Math.Max(shift * 30, 1e-14);
            if (shift > 1)
                return false;
        }

        Cholesky.SolveNegative(_lower, _right, _solution, free);
        for (var f = 0; f < free; f++)
        {
            _step[_free[f]] = _solution[f] * _scale[_free[f]];
            if (double.IsNaN(_step[_free[f]]))
                return false;
        }

        return true;
    }

    // Holds at the bound what would cross it, so that the others are solved for once more.
    private bool Clip(double[] theta)
    {
        var clipped = false;
        for (var c = 0; c < _n; c++)
        {
            if (_held[c] || _undamped[c])
                continue;
            var to = theta[c] + _step[c];
            if (to < box.Low[c] || to > box.High[c])
            {
                _step[c] = box.Clamp(c, to) - theta[c];
                _held[c] = true;
                clipped = true;
            }
        }

        return clipped;
    }

    private double Expected(double[] theta, double[] trial)
    {
        var gain = 0.0;
        for (var i = 0; i < _n; i++)
        {
            // Linear parts are solved for between their bounds: the model takes their free step.
            var step = _undamped[i] ? _step[i] : trial[i] - theta[i];
            if (step == 0)
                continue;
            gain -= state.Gradient[i] * step;
            for (var j = 0; j < _n; j++)
                gain -= 0.5 * state.Matrix[(i * _n) + j] * step * (_undamped[j] ? _step[j] : trial[j] - theta[j]);
        }

        return gain;
    }
}
