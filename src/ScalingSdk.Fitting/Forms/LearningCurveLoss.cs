using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>ln L = ln(e^(a - alpha_N x) + e^(b - alpha_S s)), s the centred logarithm of the steps.</summary>
internal sealed class LearningCurveLoss : LossForm
{
    private static readonly double[] AlphaNs = [0.03, 0.07, 0.15, 0.3];
    private static readonly double[] AlphaSs = [0.2, 0.5, 0.8, 1.3];

    public override string Id => "kaplan-learning-curve";

    public override string Equation => "L(N, S) = (N_c/N)^alpha_N + (S_c/S)^alpha_S (Kaplan et al. 2020, eq. 1.6), S steps at a batch far below the critical one";

    public override IReadOnlyList<string> Constants { get; } = ["N_c", "S_c", "alpha_N", "alpha_S"];

    internal override string? WhyUnfit(TrainingRun run) => run.Steps > 0 ? null : "the run has no steps";

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run) =>
        ((theta[0] - (theta[2] * logs.X[run])).Exp() + (theta[1] - (theta[3] * logs.Steps[run])).Exp()).Log();

    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed)
    {
        var starts = new List<double[]>();
        foreach (var sizes in AlphaNs)
        {
            foreach (var steps in AlphaSs)
            {
                var normal = new NonNegativeLeastSquares3();
                for (var i = 0; i < logs.Count; i++)
                {
                    var scale = Math.Exp(-logs.LogLoss[i]);
                    normal.Add(Math.Exp(-sizes * logs.X[i]) * scale, Math.Exp(-steps * logs.Steps[i]) * scale, 0, logs.Weights[i]);
                }

                var (a, b, _) = normal.Solve();
                starts.Add([Math.Log(Math.Max(a, 1e-6)), Math.Log(Math.Max(b, 1e-6)), sizes, steps]);
            }
        }

        return starts;
    }

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) =>
        [Math.Exp((theta[0] / theta[2]) + centre.MeanX), Math.Exp((theta[1] / theta[3]) + centre.MeanSteps), theta[2], theta[3]];

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre) =>
    [
        constants[2] * (Math.Log(constants[0]) - centre.MeanX), constants[3] * (Math.Log(constants[1]) - centre.MeanSteps), constants[2], constants[3],
    ];
}
