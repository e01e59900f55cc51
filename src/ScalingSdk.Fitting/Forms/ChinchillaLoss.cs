using MathNet.Numerics.LinearAlgebra;
using ScalingSdk.Fitting.Chinchilla;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>L = E + A/N^alpha + B/D^beta: e, a, b, alpha, beta with E = e^e, A/N^alpha = e^(a - alpha x), x and y centred logs.</summary>
internal class ChinchillaLoss : LossForm
{
    /// <summary>A term at this logarithm is absent: it moves nothing and has no gradient to return by.</summary>
    private const double Absent = -60;

    public override string Id => "chinchilla";

    public override string Equation => "L(N, D) = E + A/N^alpha + B/D^beta (Hoffmann et al. 2022, eq. 2)";

    public override IReadOnlyList<string> Constants { get; } = ["E", "A", "B", "alpha", "beta"];

    private protected virtual bool Tied => false;

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run)
    {
        var second = theta[Tied ? 3 : 4];
        return (theta[0].Exp() + (theta[1] - (theta[3] * logs.X[run])).Exp() + (theta[2] - (second * logs.Y[run])).Exp()).Log();
    }

    internal override Objective Pose(RunLogs logs, Penalty penalty) => new ChinchillaObjective(logs, penalty, Tied);

    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed) =>
        new ProjectionStarts(logs, seed).Find(new ChinchillaObjective(logs, penalty, Tied));

    internal override IReadOnlyList<(string Is, double[] Theta)> Rivals(double[] optimum) =>
        [Without("E", 0, optimum), Without("the term of N", 1, optimum), Without("the term of D", 2, optimum)];

    internal override bool IsExponent(int parameter) => parameter >= 3;

    internal override Laws.ChinchillaForm? AsChinchilla(IReadOnlyList<double> constants) =>
        new(constants[0], constants[1], constants[2], constants[3], constants[constants.Count - 1]);

    internal override double[] ConstantsOf(double[] theta, RunLogs centre)
    {
        double alpha = theta[3], beta = theta[theta.Length - 1];
        double[] constants = [Math.Exp(theta[0]), Math.Exp(theta[1] + (alpha * centre.MeanX)), Math.Exp(theta[2] + (beta * centre.MeanY)), alpha, beta];
        Array.Resize(ref constants, Constants.Count);
        return constants;
    }

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre)
    {
        double alpha = constants[3], beta = constants[constants.Count - 1];
        double[] theta =
        [
            Math.Log(constants[0]), Math.Log(constants[1]) - (alpha * centre.MeanX), Math.Log(constants[2]) - (beta * centre.MeanY), alpha, beta,
        ];
        Array.Resize(ref theta, Dimension);
        return theta;
    }

    internal override Matrix<double> Centring(RunLogs logs)
    {
        var centring = base.Centring(logs);
        centring[1, 3] = -logs.MeanX;
        centring[2, Dimension - 1] = -logs.MeanY;
        return centring;
    }

    private static (string Is, double[] Theta) Without(string term, int at, double[] optimum)
    {
        double[] theta = [.. optimum];
        theta[at] = Absent;
        return ("the form without " + term, theta);
    }
}
