using ScalingSdk.Fitting.Compiled;

namespace ScalingSdk.Fitting.Projection;

/// <summary>The best linear parts of a law at given other constants: bounded least squares, reweighted where the penalty is not square.</summary>
internal sealed class LinearSolve
{
    private readonly LawModel _model;
    private readonly LawState _state;
    private readonly FormulaBox _box;
    private readonly int _count;
    private readonly BoundedLeastSquares _solver;
    private readonly double[] _parts;
    private readonly double[] _slopes;
    private readonly double[] _gram;
    private readonly double[] _right;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _change;
    private readonly double[] _kept;

    internal LinearSolve(LawModel model, LawState state, FormulaBox box)
    {
        (_model, _state, _box, _count) = (model, state, box, model.Linear.Count);
        _solver = new(_count);
        _parts = new double[_count];
        _slopes = new double[_count];
        _gram = new double[_count * _count];
        _right = new double[_count];
        _low = new double[_count];
        _high = new double[_count];
        _change = new double[_count];
        _kept = new double[state.Rows];
    }

    /// <summary>Solves at the point that the state was evaluated at with derivatives; writes the constants, updates predictions, returns the value.</summary>
    internal double Solve(double[] theta)
    {
        ReadParts(theta);
        var exact = _state.Targets.IsLeastSquares && _state.Targets.Scale == ResidualScale.Linear;
        var value = Pass(square: exact || !(_state.Value() < double.MaxValue));
        for (var pass = 1; pass < (exact ? 2 : 4); pass++)
        {
            var next = Pass(square: exact);
            if (!(next < value * (1 - 1e-9)))
            {
                value = Math.Min(value, next);
                break;
            }

            value = next;
        }

        WriteConstants(theta);
        return value;
    }

    private void ReadParts(double[] theta)
    {
        for (var k = 0; k < _count; k++)
        {
            var unit = _model.Linear[k];
            var scalars = _model.ScalarsOf(unit);
            var slot = scalars.Slot(unit.Part);
            _parts[k] = scalars.Values[slot];
            _slopes[k] = scalars.Slope(slot, unit.Parameter);
            double low = unit.Apply(_box.Low[unit.Parameter], scalars), high = unit.Apply(_box.High[unit.Parameter], scalars);
            if (low > high)
                (low, high) = (high, low);
            _low[k] = double.IsNaN(low) ? double.NegativeInfinity : low;
            _high[k] = double.IsNaN(high) ? double.PositiveInfinity : high;
        }
    }

    // One reweighted solve for changes of the parts; predictions follow them exactly, for the law is linear in them.
    private double Pass(bool square)
    {
        var before = _state.Value();
        if (square && !(before < double.MaxValue))
            return double.PositiveInfinity;
        for (var k = 0; k < _count; k++)
            _state.WeighColumn(_model.Linear[k].Parameter);
        for (var k = 0; k < _count; k++)
        {
            _right[k] = _slopes[k] == 0 ? 0 : -_state.GradientOf(_model.Linear[k].Parameter) / _slopes[k];
            for (var l = 0; l <= k; l++)
            {
                var product = _slopes[k] == 0 || _slopes[l] == 0 ? 0 : _state.Product(_model.Linear[k].Parameter, _model.Linear[l].Parameter) / (_slopes[k] * _slopes[l]);
                _gram[(k * _count) + l] = product;
                _gram[(l * _count) + k] = product;
            }

            _low[k] -= _parts[k];
            _high[k] -= _parts[k];
        }

        var solved = _solver.Solve(_gram, _right, _low, _high, _change);
        for (var k = 0; k < _count; k++)
        {
            _low[k] += _parts[k];
            _high[k] += _parts[k];
        }

        if (!solved)
            return before;
        Array.Copy(_state.Predictions, _kept, _state.Rows);
        var share = 1.0;
        while (true)
        {
            for (var k = 0; k < _count; k++)
            {
                if (_change[k] != 0 && _slopes[k] != 0)
                    NormalEquations.AddScaled(share * _change[k] / _slopes[k], _state.Jacobian, _model.Linear[k].Parameter * _state.Rows, _state.Predictions, _state.Rows);
            }

            var value = _state.Value();
            if (value <= before || (square && !double.IsInfinity(value)) || share < 1e-3)
            {
                for (var k = 0; k < _count; k++)
                    _parts[k] = Math.Max(_low[k], Math.Min(_high[k], _parts[k] + (share * _change[k])));
                return value;
            }

            share *= 0.3;
            Array.Copy(_kept, _state.Predictions, _state.Rows);
        }
    }

    private void WriteConstants(double[] theta)
    {
        for (var k = 0; k < _count; k++)
        {
            var unit = _model.Linear[k];

            // A part of zero belongs to no finite constant: 1e-26 is nothing beside a loss, and still has a derivative.
            var part = unit.Part.Operation is GraphOperation.Exp or GraphOperation.Softplus ? Math.Max(1e-26, _parts[k]) : _parts[k];
            var value = unit.Invert(part, _model.ScalarsOf(unit));
            if (double.IsNaN(value) || double.IsInfinity(value))
                continue;
            theta[unit.Parameter] = _box.Clamp(unit.Parameter, value);
        }
    }
}
