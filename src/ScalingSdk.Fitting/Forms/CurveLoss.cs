using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>One run's curve: ln L = ln(e^e + e^(b - alpha s)). Kaplan et al. 2020, eq. 5.6, at one size.</summary>
internal sealed class CurveLoss : LossForm
{
    private static readonly double[] Floors = [0.3, 0.6, 0.8, 0.95];
    private static readonly double[] Alphas = [0.15, 0.4, 0.8];

    internal static CurveLoss Instance { get; } = new();

    public override string Id => "curve";

    public override string Equation => "L(S) = E + (S_c/S)^alpha_S (Kaplan et al. 2020, eq. 5.6, at one size)";

    public override IReadOnlyList<string> Constants { get; } = ["E", "S_c", "alpha_S"];

    internal override bool OfRuns => false;

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run) =>
        (theta[0].Exp() + (theta[1] - (theta[2] * logs.Steps[run])).Exp()).Log();

    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed)
    {
        var last = Math.Exp(logs.LogLoss.Min());
        return [.. from floor in Floors from alpha in Alphas select new[] { Math.Log(last * floor), Math.Log(last * (1.2 - floor)), alpha }];
    }

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) =>
        [Math.Exp(theta[0]), Math.Exp((theta[1] / theta[2]) + centre.MeanSteps), theta[2]];

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre) =>
        [Math.Log(constants[0]), constants[2] * (Math.Log(constants[1]) - centre.MeanSteps), constants[2]];
}
