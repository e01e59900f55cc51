using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>ln B = v - p x with x the centred logarithm of the loss, which stands where N does in a run.</summary>
internal sealed class CriticalBatchForm : LossForm
{
    public override string Id => "critical-batch";

    public override string Equation => "B_crit(L) = B_star / L^(1/alpha_B) (Kaplan et al. 2020, eq. 5.3)";

    public override IReadOnlyList<string> Constants { get; } = ["B_star", "alpha_B"];

    internal override bool OfRuns => false;

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run) => theta[0] - (theta[1] * logs.X[run]);

    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed) => [[logs.LogLoss.Average(), 4]];

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) => [Math.Exp(theta[0] + (theta[1] * centre.MeanX)), 1 / theta[1]];

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre) =>
        [Math.Log(constants[0]) - (centre.MeanX / constants[1]), 1 / constants[1]];
}
