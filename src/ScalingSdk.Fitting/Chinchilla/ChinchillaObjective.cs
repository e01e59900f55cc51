using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Chinchilla;

/// <summary>The objective of L = E + A/N^alpha + B/D^beta on log loss (Hoffmann et al. 2022, eq. 3).</summary>
/// <remarks>
/// Parameters: e, a, b, alpha, beta with E = exp(e), A / N^alpha = exp(a - alpha x), B / D^beta = exp(b - beta y), where x and y are
/// ln N and ln D less their means: centred, so that a and alpha are nearly independent (in ln A and alpha the condition
/// number is 1e7). Tied, alpha is beta and there are four.
/// </remarks>
internal sealed class ChinchillaObjective : Objective
{
    private const int Full = 5;

    private readonly ChinchillaKernel _kernel;
    private readonly bool _tied;
    private readonly double[] _theta = new double[Full];
    private readonly double[] _gradient = new double[Full];
    private readonly double[] _hessian = new double[Full * Full];

    internal ChinchillaObjective(RunLogs data, Penalty penalty, bool tied)
    {
        _kernel = new ChinchillaKernel(data);
        Penalty = penalty;
        _tied = tied;
    }

    internal override int Dimension => _tied ? Full - 1 : Full;

    internal override double TotalWeight => _kernel.TotalWeight;

    /// <summary>The points with other weights: those of weight zero cost nothing, not even time.</summary>
    internal override void Reweight(double[] weights) => _kernel.Load(weights);

    internal override double Evaluate(double[] theta, double[] gradient, double[] hessian)
    {
        if (!_tied)
            return _kernel.Evaluate(theta, Penalty, gradient, hessian);
        Array.Copy(theta, _theta, Full - 1);
        _theta[4] = theta[3];
        var value = _kernel.Evaluate(_theta, Penalty, _gradient, _hessian);
        Tie(gradient, hessian);
        return value;
    }

    // The chain rule for alpha = beta: the fifth row and column are added to the fourth.
    private void Tie(double[] gradient, double[] hessian)
    {
        const int Tied = Full - 1;
        for (var i = 0; i < Tied; i++)
        {
            gradient[i] = _gradient[i];
            for (var j = 0; j <= i; j++)
                hessian[(i * Tied) + j] = _hessian[(i * Full) + j];
        }

        gradient[3] += _gradient[4];
        for (var j = 0; j < 3; j++)
            hessian[(3 * Tied) + j] += _hessian[(4 * Full) + j];
        hessian[(3 * Tied) + 3] += (2 * _hessian[(4 * Full) + 3]) + _hessian[(4 * Full) + 4];
    }
}
