using ScalingSdk.Fitting.Chinchilla;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Tests.Optimum;

public sealed class KernelTests
{
    private static readonly double[] Theta = [0.55, -0.9, -1.1, 0.31, 0.42];

    public static TheoryData<double, double> Penalties => new() { { 1e-3, 1 }, { 0.05, 1 }, { double.PositiveInfinity, 1 }, { 0.01, 0.2 } };

    [Theory]
    [MemberData(nameof(Penalties))]
    public void Evaluate_VectorsScalarsAndJets_Agree(double delta, double below)
    {
        var logs = new RunLogs(Made.Grid(5, 7, 0.02));
        var penalty = new Penalty(delta, below);
        var kernel = new ChinchillaKernel(logs);

        var vectors = Evaluate((g, h) => kernel.EvaluateVectors(Theta, penalty, g, h));
        var scalars = Evaluate((g, h) => kernel.EvaluateScalars(Theta, penalty, g, h));
        var jets = Evaluate((g, h) => new JetObjective(LossForm.Chinchilla, logs, penalty).Evaluate(Theta, g, h));

        AssertClose(jets, scalars);
        AssertClose(jets, vectors);
    }

    [Fact]
    public void Evaluate_Tied_IsTheChainRule()
    {
        var logs = new RunLogs(Made.Grid(5, 7, 0.02));
        double[] theta = Theta[..4];
        double[] gradient = new double[4], hessian = new double[16], gradient2 = new double[4], hessian2 = new double[16];

        var value = new ChinchillaObjective(logs, Penalty.HuberOf(0.05), tied: true).Evaluate(theta, gradient, hessian);
        var jets = new JetObjective(LossForm.ChinchillaEqualExponents, logs, Penalty.HuberOf(0.05)).Evaluate(theta, gradient2, hessian2);

        AssertClose([jets, .. gradient2, .. hessian2], [value, .. gradient, .. hessian]);
    }

    [Fact]
    public void Evaluate_GradientAndHessian_AreTheSlopesOfTheValue()
    {
        var objective = new ChinchillaObjective(new RunLogs(Made.Grid(5, 7, 0.02)), Penalty.Squares, tied: false);
        double[] gradient = new double[5], hessian = new double[25], unused = new double[25], high = new double[5], low = new double[5];
        objective.Evaluate(Theta, gradient, hessian);
        for (var i = 0; i < 5; i++)
        {
            double[] up = [.. Theta], down = [.. Theta];
            up[i] += 1e-5;
            down[i] -= 1e-5;
            var slope = (objective.Evaluate(up, high, unused) - objective.Evaluate(down, low, unused)) / 2e-5;

            Assert.Equal(gradient[i], slope, 6);
            for (var j = 0; j <= i; j++)
                Assert.Equal(hessian[(i * 5) + j], (high[j] - low[j]) / 2e-5, 5);
        }
    }

    private static double[] Evaluate(Func<double[], double[], double> evaluate)
    {
        double[] gradient = new double[5], hessian = new double[25];
        var value = evaluate(gradient, hessian);
        return [value, .. gradient, .. hessian];
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        var scale = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
            Assert.InRange(actual[i] - expected[i], -1e-13 * scale, 1e-13 * scale);
    }
}
