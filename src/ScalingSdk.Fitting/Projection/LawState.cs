#if NET8_0_OR_GREATER
using Lane = System.Runtime.Intrinsics.Vector256<double>;
#else
using Lane = double;
#endif
using ScalingSdk.Fitting.Compiled;
using static ScalingSdk.Fitting.Compiled.LaneMath;

namespace ScalingSdk.Fitting.Projection;

/// <summary>A law at a point: predictions, derivatives, residuals, gradient and normal matrix.</summary>
internal sealed class LawState
{
    private readonly LawModel _model;
    private readonly LawTargets _targets;
    private readonly double[] _root;
    private readonly double[] _owed;
    private readonly double[] _weighted;

    internal LawState(LawModel model, LawTargets targets)
    {
        (_model, _targets) = (model, targets);
        Count = model.Constants.Count;
        Rows = model.Rows;
        Predictions = new double[Rows];
        Jacobian = new double[Rows * Count];
        _weighted = new double[Rows * Count];
        _root = new double[Rows];
        _owed = new double[Rows];
        Gradient = new double[Count];
        Matrix = new double[Count * Count];
    }

    internal int Count { get; }

    internal int Rows { get; }

    internal double[] Predictions { get; }

    /// <summary>Constant after constant.</summary>
    internal double[] Jacobian { get; }

    internal double[] Gradient { get; }

    /// <summary>J'WJ, full.</summary>
    internal double[] Matrix { get; }

    internal LawTargets Targets => _targets;

    /// <summary>The sum of penalties; positive infinity where a prediction is not a number.</summary>
    internal double Evaluate(double[] theta, bool derivatives)
    {
        _model.Evaluate(theta, Predictions, derivatives ? Jacobian : null);
        return Value();
    }

    /// <summary>The sum of penalties of the predictions as they stand; prepares slopes and curvatures.</summary>
    internal double Value()
    {
        var log = _targets.Scale == ResidualScale.Log;
        var value = Zero;
        Lane delta = Of(_targets.Penalty.Delta), below = Of(_targets.Penalty.Below), half = Of(0.5);
        for (var i = 0; i < Rows; i += Width)
        {
            var prediction = Load(Predictions, i);
            var residual = (log ? Log(prediction) : prediction) - Load(_targets.Observed, i);
            var weight = Load(_targets.Weights, i);
            weight *= WhereLess(residual, Zero, below, One);
            var size = Abs(residual);
            var clamped = WhereLess(delta, size, WhereLess(residual, Zero, Zero - delta, delta), residual);
            var slope = weight * clamped;
            var cost = slope * (residual - (half * clamped));

            // A row of weight zero must not spoil the sum.
            value += WhereLess(Zero, weight, cost, Zero);
            var reweighted = WhereLess(delta, size, weight * delta / size, weight);
            if (log)
            {
                slope /= prediction;
                reweighted /= prediction * prediction;
            }

            Store(WhereLess(Zero, weight, slope, Zero), _owed, i);
            Store(WhereLess(Zero, weight, Sqrt(reweighted), Zero), _root, i);
        }

        var sum = Sum(value);
        return sum < double.MaxValue ? sum : double.PositiveInfinity;
    }

    /// <summary>The gradient and the normal matrix of the last evaluation with derivatives.</summary>
    internal void Normal()
    {
        for (var c = 0; c < Count; c++)
        {
            NormalEquations.Weigh(_root, Jacobian, c * Rows, _weighted, c * Rows, Rows);
            Gradient[c] = NormalEquations.Dot(_owed, 0, Jacobian, c * Rows, Rows);
            for (var d = 0; d <= c; d++)
            {
                var dot = NormalEquations.Dot(_weighted, c * Rows, _weighted, d * Rows, Rows);
                Matrix[(c * Count) + d] = dot;
                Matrix[(d * Count) + c] = dot;
            }
        }
    }

    /// <summary>The derivative by one constant.</summary>
    internal double GradientOf(int constant) => NormalEquations.Dot(_owed, 0, Jacobian, constant * Rows, Rows);

    /// <summary>Weights the column of a constant for <see cref="Product"/>.</summary>
    internal void WeighColumn(int constant) => NormalEquations.Weigh(_root, Jacobian, constant * Rows, _weighted, constant * Rows, Rows);

    internal double Product(int left, int right) => NormalEquations.Dot(_weighted, left * Rows, _weighted, right * Rows, Rows);
}
