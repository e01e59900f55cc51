using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>ln L = alpha_D ln(e^(a - r x) + e^(b - y)) with r = alpha_N/alpha_D.</summary>
internal sealed class KaplanJointLoss : LossForm
{
    private static readonly double[] AlphaDs = [0.03, 0.06, 0.12, 0.25, 0.5];
    private static readonly double[] Ratios = [0.3, 0.6, 0.9, 1.3, 2];

    public override string Id => "kaplan-joint";

    public override string Equation => "L(N, D) = ((N_c/N)^(alpha_N/alpha_D) + D_c/D)^alpha_D (Kaplan et al. 2020, eq. 1.5)";

    public override IReadOnlyList<string> Constants { get; } = ["N_c", "D_c", "alpha_N", "alpha_D"];

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run) =>
        theta[3] * ((theta[0] - (theta[2] * logs.X[run])).Exp() + (theta[1] - logs.Y[run]).Exp()).Log();

    // Given the exponents, L^(1/alpha_D) is linear in two amplitudes.
    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed)
    {
        var starts = new List<double[]>();
        foreach (var alpha in AlphaDs)
        {
            foreach (var ratio in Ratios)
            {
                var normal = new NonNegativeLeastSquares3();
                for (var i = 0; i < logs.Count; i++)
                {
                    var scale = Math.Exp(-logs.LogLoss[i] / alpha);
                    normal.Add(Math.Exp(-ratio * logs.X[i]) * scale, Math.Exp(-logs.Y[i]) * scale, 0, logs.Weights[i]);
                }

                var (a, b, _) = normal.Solve();
                starts.Add([Math.Log(Math.Max(a, 1e-30)), Math.Log(Math.Max(b, 1e-30)), ratio, alpha]);
            }
        }

        return starts;
    }

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) =>
    [
        Math.Exp((theta[0] / theta[2]) + centre.MeanX), Math.Exp(theta[1] + centre.MeanY), theta[2] * theta[3], theta[3],
    ];

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre)
    {
        var ratio = constants[2] / constants[3];
        return [ratio * (Math.Log(constants[0]) - centre.MeanX), Math.Log(constants[1]) - centre.MeanY, ratio, constants[3]];
    }
}
