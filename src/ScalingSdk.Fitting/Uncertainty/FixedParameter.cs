using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>An objective with one of its parameters held.</summary>
internal sealed class FixedParameter(Objective inner, int at) : Objective
{
    private readonly double[] _theta = new double[inner.Dimension];
    private readonly double[] _gradient = new double[inner.Dimension];
    private readonly double[] _hessian = new double[inner.Dimension * inner.Dimension];

    /// <summary>What the parameter is held at.</summary>
    internal double Value { get; set; }

    internal override int Dimension => inner.Dimension - 1;

    internal override double TotalWeight => inner.TotalWeight;

    internal override void Reweight(double[] weights) => inner.Reweight(weights);

    /// <summary>The other parameters.</summary>
    internal double[] Without(double[] theta) => [.. theta.Where((_, i) => i != at)];

    internal override double Evaluate(double[] theta, double[] gradient, double[] hessian)
    {
        for (var i = 0; i < _theta.Length; i++)
            _theta[i] = i == at ? Value : theta[Free(i)];
        var value = inner.Evaluate(_theta, _gradient, _hessian);
        for (var i = 0; i < _theta.Length; i++)
        {
            if (i == at)
                continue;
            gradient[Free(i)] = _gradient[i];
            for (var j = 0; j <= i; j++)
            {
                if (j != at)
                    hessian[(Free(i) * Dimension) + Free(j)] = _hessian[(i * _theta.Length) + j];
            }
        }

        return value;
    }

    private int Free(int i) => i < at ? i : i - 1;
}
