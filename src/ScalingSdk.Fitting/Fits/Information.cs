using MathNet.Numerics.LinearAlgebra;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Fits;

/// <summary>What runs tell about the parameters of a form: J^T W J, with J the derivatives of ln loss at the optimum.</summary>
internal sealed class Information
{
    /// <summary>An eigenvalue of the scaled matrix below this share of the largest is no information.</summary>
    private const double Nothing = 1e-9;

    private readonly LossForm _form;
    private readonly double[] _theta;
    private readonly RunLogs _logs;

    internal Information(LossForm form, double[] theta, RunLogs logs)
    {
        (_form, _theta, _logs) = (form, theta, logs);
        var n = theta.Length;
        var sums = new double[n * n];
        var jets = new JetObjective(form, logs, Penalty.Squares, curved: false);
        for (var run = 0; run < logs.Count; run++)
        {
            var jet = jets.At(theta, run);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    sums[(i * n) + j] += logs.Weights[run] * jet.Slope(i) * jet.Slope(j);
            }
        }

        Matrix = Matrix<double>.Build.Dense(n, n, sums);
    }

    internal Matrix<double> Matrix { get; }

    /// <summary>The derivatives of ln loss of another run, in the parameters of the optimum.</summary>
    internal Vector<double> GradientOf(TrainingRun run)
    {
        var jet = new JetObjective(_form, new RunLogs([run], _logs), Penalty.Squares, curved: false).At(_theta, 0);
        return Vector<double>.Build.Dense(_theta.Length, jet.Slope);
    }

    /// <summary>The inverse times the variance of the noise, and for each parameter how far it lies in directions without information.</summary>
    internal (Matrix<double> Covariance, double[] Unseen) Invert(double noise)
    {
        var n = _theta.Length;
        if (Matrix.Enumerate().Any(static v => double.IsNaN(v) || double.IsInfinity(v)))
            return (Matrix<double>.Build.Dense(n, n), [.. Enumerable.Repeat(1.0, n)]);
        var scale = Matrix.Diagonal().Map(static d => d > 1e-24 ? 1 / Math.Sqrt(d) : 0);
        var scaled = Matrix.MapIndexed((i, j, value) => value * scale[i] * scale[j]);
        var (values, vectors) = SymmetricEigen.Of(scaled);
        var covariance = Matrix<double>.Build.Dense(n, n);
        var unseen = new double[n];
        for (var k = 0; k < n; k++)
        {
            var vector = vectors.Column(k);
            if (values[k] > Nothing * values.AbsoluteMaximum())
            {
                var unscaled = vector.PointwiseMultiply(scale);
                covariance += noise * noise / values[k] * unscaled.OuterProduct(unscaled);
            }
            else
            {
                for (var i = 0; i < n; i++)
                    unseen[i] += vector[i] * vector[i];
            }
        }

        return (covariance, unseen);
    }
}
