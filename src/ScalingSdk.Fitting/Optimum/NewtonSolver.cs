namespace ScalingSdk.Fitting.Optimum;

/// <summary>Where a solve ended.</summary>
/// <param name="Value">The objective.</param>
/// <param name="GradientNorm">The largest component of the gradient, in centred parameters.</param>
/// <param name="Iterations">Evaluations of the objective.</param>
/// <param name="Converged">True where no step can lower the objective by more than rounding.</param>
internal readonly record struct Solution(double Value, double GradientNorm, int Iterations, bool Converged);

/// <summary>Newton's method with exact second derivatives, damped where the quadratic model does not hold.</summary>
/// <remarks>
/// A Huber objective is quadratic by pieces, so an undamped step inside the right piece ends the solve; damping (Levenberg 1944,
/// adapted by the gain ratio) finds the piece. A quasi-Newton solve needs hundreds of steps, because few points of a piece
/// curve it. One instance serves one thread: it owns its working memory.
/// </remarks>
internal sealed class NewtonSolver(int n)
{
    private const double LeastDamping = 1e-9;
    private const double Rounding = 4e-16;

    private readonly double[] _gradient = new double[n];
    private readonly double[] _hessian = new double[n * n];
    private readonly double[] _lower = new double[n * n];
    private readonly double[] _step = new double[n];
    private readonly double[] _trial = new double[n];
    private readonly double[] _trialGradient = new double[n];
    private readonly double[] _trialHessian = new double[n * n];

    /// <summary>Lowers the objective from theta, in place.</summary>
    internal Solution Minimise(Objective objective, double[] theta, int limit = 400, double damping = 0)
    {
        var scale = Math.Max(objective.TotalWeight, double.Epsilon);
        var value = objective.Evaluate(theta, _gradient, _hessian);
        var iterations = 1;
        var converged = false;
        var grow = 4.0;
        while (iterations < limit && !converged)
        {
            if (!Cholesky.Factor(_hessian, damping * scale, _lower, n))
            {
                damping = Math.Max(damping * 4, LeastDamping);
                if (damping > 1e12)
                    break;
                continue;
            }

            Cholesky.SolveNegative(_lower, _gradient, _step, n);
            var expected = Expected();
            for (var i = 0; i < n; i++)
                _trial[i] = theta[i] + _step[i];
            var trial = objective.Evaluate(_trial, _trialGradient, _trialHessian);
            iterations++;
            var gain = (value - trial) / expected;

            // Each residual is good to about 1e-15: below that, the gradient tells a better point from a worse.
            var rounding = Math.Max(Rounding * value, Math.Max(1e-15 * Math.Sqrt(value * scale), scale * 1e-30));
            var polishing = trial > value && trial - value <= rounding && LargestComponent(_trialGradient) < 0.5 * LargestComponent(_gradient);
            if (trial <= value || polishing)
            {
                Accept(theta);
                converged = damping <= LeastDamping && expected >= 0 && expected <= Math.Max(Rounding * value, scale * 1e-30);
                value = trial;
                if (polishing || !(gain <= 0.75))
                    damping = damping < LeastDamping ? 0 : damping * 0.2;
                else if (gain < 0.25)
                    damping = Math.Max(damping * 2, LeastDamping);
                grow = 4;
            }
            else
            {
                converged = expected >= 0 && expected <= rounding;
                damping = Math.Max(damping * grow, LeastDamping);
                grow *= 2;
                if (damping > 1e12)
                    break;
            }
        }

        var largest = LargestComponent(_gradient);
        return new(value, largest, iterations, converged || largest <= 1e-15 * scale);
    }

    // What the quadratic model says that the step gains.
    private double Expected()
    {
        var gain = 0.0;
        for (var i = 0; i < n; i++)
        {
            gain -= _gradient[i] * _step[i];
            for (var j = 0; j <= i; j++)
                gain -= (i == j ? 0.5 : 1) * _hessian[(i * n) + j] * _step[i] * _step[j];
        }

        return gain;
    }

    private void Accept(double[] theta)
    {
        Array.Copy(_trial, theta, n);
        Array.Copy(_trialGradient, _gradient, n);
        Array.Copy(_trialHessian, _hessian, n * n);
    }

    private static double LargestComponent(double[] gradient)
    {
        var largest = 0.0;
        foreach (var component in gradient)
            largest = Math.Max(largest, Math.Abs(component));
        return largest;
    }
}
