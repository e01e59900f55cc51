using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Chinchilla;

/// <summary>The sums over points behind the objective, its gradient and its Hessian: the inner loop of every fit.</summary>
/// <remarks>
/// With p0, p1, p2 the shares of E, A/N^alpha and B/D^beta in the prediction, the gradient of ln(prediction) in (e, a, b) is p, its
/// Hessian diag(p) - p p^T; alpha and beta follow by -x and -y. So each point adds s p to the gradient and
/// (c - s) p p^T + s diag(p) to the Hessian, s and c the weighted slope and curvature of the penalty.
/// </remarks>
internal sealed partial class ChinchillaKernel
{
    private const int Lanes = 4;

    private readonly RunLogs _data;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _logLoss;
    private readonly double[] _weights;
#if NET8_0_OR_GREATER
    private readonly double[] _shares1;
    private readonly double[] _shares2;
    private readonly double[] _slopes;
    private readonly double[] _crosses;
#endif
    private int _count;

    internal ChinchillaKernel(RunLogs data)
    {
        _data = data;
        var room = (data.Count + Lanes - 1) / Lanes * Lanes;
        _x = new double[room];
        _y = new double[room];
        _logLoss = new double[room];
        _weights = new double[room];
#if NET8_0_OR_GREATER
        var block = Math.Min(room, Block);
        _shares1 = new double[block];
        _shares2 = new double[block];
        _slopes = new double[block];
        _crosses = new double[block];
#endif
        Load(data.Weights);
    }

    internal double TotalWeight { get; private set; }

    internal void Load(double[] weights)
    {
        _count = 0;
        TotalWeight = 0;
        for (var i = 0; i < _data.Count; i++)
        {
            if (weights[i] <= 0)
                continue;
            _x[_count] = _data.X[i];
            _y[_count] = _data.Y[i];
            _logLoss[_count] = _data.LogLoss[i];
            _weights[_count++] = weights[i];
            TotalWeight += weights[i];
        }

        // The last lanes repeat a point at no weight.
        for (var i = _count; i % Lanes != 0; i++)
        {
            _x[i] = _x[_count - 1];
            _y[i] = _y[_count - 1];
            _logLoss[i] = _logLoss[_count - 1];
            _weights[i] = 0;
        }
    }

    internal double Evaluate(double[] theta, Penalty penalty, double[] gradient, double[] hessian)
    {
#if NET8_0_OR_GREATER
        return EvaluateVectors(theta, penalty, gradient, hessian);
#else
        return EvaluateScalars(theta, penalty, gradient, hessian);
#endif
    }

    internal double EvaluateScalars(double[] theta, Penalty penalty, double[] gradient, double[] hessian)
    {
        Array.Clear(gradient, 0, gradient.Length);
        Array.Clear(hessian, 0, hessian.Length);
        var value = 0.0;
        var constant = Math.Exp(theta[0]);
        for (var i = 0; i < _count; i++)
        {
            double x = -_x[i], y = -_y[i];
            var first = Math.Exp(theta[1] + (theta[3] * x));
            var second = Math.Exp(theta[2] + (theta[4] * y));
            var sum = constant + first + second;
            var residual = Math.Log(sum) - _logLoss[i];
            value += _weights[i] * penalty.Cost(residual);
            var slope = _weights[i] * penalty.Slope(residual);
            var cross = (_weights[i] * penalty.Curvature(residual)) - slope;
            double p0 = constant / sum, p1 = first / sum, p2 = second / sum;
            gradient[0] += slope * p0;
            gradient[1] += slope * p1;
            gradient[2] += slope * p2;
            gradient[3] += slope * p1 * x;
            gradient[4] += slope * p2 * y;
            double m01 = cross * p0 * p1, m02 = cross * p0 * p2, m12 = cross * p1 * p2;
            var m11 = ((cross * p1) + slope) * p1;
            var m22 = ((cross * p2) + slope) * p2;
            hessian[0] += ((cross * p0) + slope) * p0;
            hessian[5] += m01;
            hessian[6] += m11;
            hessian[10] += m02;
            hessian[11] += m12;
            hessian[12] += m22;
            hessian[15] += m01 * x;
            hessian[16] += m11 * x;
            hessian[17] += m12 * x;
            hessian[18] += m11 * x * x;
            hessian[20] += m02 * y;
            hessian[21] += m12 * y;
            hessian[22] += m22 * y;
            hessian[23] += m12 * x * y;
            hessian[24] += m22 * y * y;
        }

        return value;
    }
}
