using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>y = k N^p D^q: linear in logarithms.</summary>
internal sealed class PowerOfBoth : LossForm
{
    public override string Id => "power-of-parameters-and-tokens";

    public override string Equation => "y = k N^p D^q, y a learning rate or a batch (the form of Li et al. 2025)";

    public override IReadOnlyList<string> Constants { get; } = ["k", "p", "q"];

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run) =>
        theta[0] + (theta[1] * logs.X[run]) + (theta[2] * logs.Y[run]);

    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed) => [[logs.LogLoss.Average(), 0, 0]];

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) =>
        [Math.Exp(theta[0] - (theta[1] * centre.MeanX) - (theta[2] * centre.MeanY)), theta[1], theta[2]];

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre) =>
        [Math.Log(constants[0]) + (constants[1] * centre.MeanX) + (constants[2] * centre.MeanY), constants[1], constants[2]];
}
