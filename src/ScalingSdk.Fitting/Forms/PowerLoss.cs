using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>What a single-variable law is a law of.</summary>
internal enum RunVariable
{
    Parameters,
    Tokens,
    Compute,
}

/// <summary>L(x) = (x_c/x)^alpha: ln L = v - alpha x, x centred.</summary>
internal sealed class PowerLoss(string id, string equation, RunVariable variable, string scale, string exponent) : LossForm
{
    public override string Id => id;

    public override string Equation => equation;

    public override IReadOnlyList<string> Constants { get; } = [scale, exponent];

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run) => theta[0] - (theta[1] * Of(logs)[run]);

    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed) => [[logs.LogLoss.Average(), 0.05]];

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) =>
        [Math.Exp((theta[0] / theta[1]) + Mean(centre)), theta[1]];

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre) =>
        [constants[1] * (Math.Log(constants[0]) - Mean(centre)), constants[1]];

    private double[] Of(RunLogs logs) => variable switch
    {
        RunVariable.Parameters => logs.X,
        RunVariable.Tokens => logs.Y,
        _ => logs.Compute,
    };

    private double Mean(RunLogs logs) => variable switch
    {
        RunVariable.Parameters => logs.MeanX,
        RunVariable.Tokens => logs.MeanY,
        _ => logs.MeanCompute,
    };
}
