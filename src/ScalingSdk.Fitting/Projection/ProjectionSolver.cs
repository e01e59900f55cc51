using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Projection;

/// <summary>Levenberg-Marquardt between bounds with the linear parts of the law projected out.</summary>
/// <remarks>
/// Golub and Pereyra 1973 in the form of Ruhe and Wedin 1980: a joint step, undamped in the linear parts, then the linear parts solved
/// for at the new point. Constants at a bound that would leave it are held. Nothing is allocated after construction; one instance
/// serves one thread.
/// </remarks>
internal sealed class ProjectionSolver
{
    private const double LeastDamping = 1e-13;
    private const double MostDamping = 1e12;

    private readonly LawState _now;
    private readonly LinearSolve? _linear;
    private readonly DampedStep _step;
    private readonly double[] _trial;
    private readonly FormulaBox _box;

    internal ProjectionSolver(LawModel model, LawTargets targets, FormulaBox box)
    {
        _box = box;
        _now = new(model, targets);
        _linear = model.Linear.Count > 0 ? new(model, _now, box) : null;
        _step = new(_now, box);
        _trial = new double[model.Constants.Count];
        foreach (var unit in model.Linear)
            _step.Undamp(unit.Parameter);
    }

    /// <summary>The state at the last accepted point after <see cref="Minimise"/>.</summary>
    internal LawState State => _now;

    /// <summary>Solves for the linear parts at theta, in place.</summary>
    internal double Project(double[] theta)
    {
        _box.Clamp(theta);
        var value = _now.Evaluate(theta, derivatives: _linear is not null);
        return _linear is null ? value : _linear.Solve(theta);
    }

    /// <summary>Lowers the objective from theta, in place.</summary>
    internal Solution Minimise(double[] theta, int limit, double goodEnough = double.NegativeInfinity)
    {
        Project(theta);
        var value = _now.Evaluate(theta, derivatives: true);
        if (!(value < double.MaxValue))
            return new(double.PositiveInfinity, double.PositiveInfinity, 1, false);
        _now.Normal();
        double damping = 1e-3, grow = 2, flat = 0;
        var iterations = 0;
        var converged = false;
        while (iterations++ < limit && !converged && value > goodEnough)
        {
            var expected = _step.Solve(theta, damping, _trial);
            if (!(expected > 0))
            {
                converged = expected == 0 && damping <= 1;
                if (converged)
                    break;
                damping = Math.Max(damping * 10, LeastDamping);
                if (damping > MostDamping)
                    break;
                continue;
            }

            var trial = _now.Evaluate(_trial, derivatives: _linear is not null);
            if (_linear is not null)
                trial = _linear.Solve(_trial);
            if (trial < value)
            {
                var gain = (value - trial) / expected;
                flat = value - trial <= 1e-11 * value ? flat + 1 : 0;
                Array.Copy(_trial, theta, theta.Length);
                value = _now.Evaluate(theta, derivatives: true);
                _now.Normal();
                damping *= Math.Max(0.1, 1 - Math.Pow((2 * Math.Min(1, gain)) - 1, 3));
                damping = Math.Max(damping, LeastDamping);
                grow = 2;
                converged = flat >= 3 || (flat >= 1 && expected <= 1e-12 * value);
            }
            else
            {
                converged = expected <= 1e-12 * value;
                damping *= grow;
                grow *= 2;
                if (damping > MostDamping)
                    break;
            }
        }

        value = _now.Evaluate(theta, derivatives: true);
        _now.Normal();
        var cosine = _step.GradientCosine(theta);
        return new(value, cosine, iterations, converged || cosine < 1e-6);
    }
}
