namespace ScalingSdk.Fitting.Optimum;

/// <summary>An objective of fewer parameters, on which the inner one's depend linearly: theta = offset + slope phi.</summary>
internal sealed class AffineObjective(Objective inner, double[,] slope, double[] offset) : Objective
{
    private readonly int _full = offset.Length;
    private readonly double[] _theta = new double[offset.Length];
    private readonly double[] _gradient = new double[offset.Length];
    private readonly double[] _hessian = new double[offset.Length * offset.Length];

    internal override int Dimension => slope.GetLength(1);

    internal override double TotalWeight => inner.TotalWeight;

    internal override void Reweight(double[] weights) => inner.Reweight(weights);

    internal override double Evaluate(double[] theta, double[] gradient, double[] hessian)
    {
        for (var i = 0; i < _full; i++)
        {
            _theta[i] = offset[i];
            for (var j = 0; j < Dimension; j++)
                _theta[i] += slope[i, j] * theta[j];
        }

        var value = inner.Evaluate(_theta, _gradient, _hessian);
        for (var j = 0; j < Dimension; j++)
        {
            gradient[j] = 0;
            for (var i = 0; i < _full; i++)
                gradient[j] += slope[i, j] * _gradient[i];
            for (var k = 0; k <= j; k++)
                hessian[(j * Dimension) + k] = Curvature(j, k);
        }

        return value;
    }

    private double Curvature(int j, int k)
    {
        var sum = 0.0;
        for (var i = 0; i < _full; i++)
        {
            for (var m = 0; m < _full; m++)
                sum += slope[i, j] * _hessian[(Math.Max(i, m) * _full) + Math.Min(i, m)] * slope[m, k];
        }

        return sum;
    }
}
