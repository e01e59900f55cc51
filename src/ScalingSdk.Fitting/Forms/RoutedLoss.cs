using MathNet.Numerics.LinearRegression;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>Clark et al. 2022, eqs. 1 and 2, with log10 N centred: d, a, b, c, ln E_start, ln E_max.</summary>
internal sealed class RoutedLoss : LossForm
{
    private static readonly double Ln10 = Math.Log(10);
    private static readonly double[] Firsts = [1.5, 2.5, 4.5];
    private static readonly double[] Lasts = [200, 500];

    public override string Id => "routed";

    public override string Equation =>
        "log10 L = a log10 N + b log10 E' + c log10 N log10 E' + d, 1/E' = 1/(E - 1 + 1/(1/E_start - 1/E_max)) + 1/E_max (Clark et al. 2022, eq. 1)";

    public override IReadOnlyList<string> Constants { get; } = ["a", "b", "c", "d", "E_start", "E_max"];

    internal override string? WhyUnfit(TrainingRun run) => run.Experts >= 1 ? null : "the run does not say how many experts it has";

    internal override bool IsAmplitude(int constant) => constant >= 4;

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run)
    {
        var size = logs.X[run] / Ln10;
        var experts = LogSaturated(logs.Run(run).Experts!.Value, theta[4], theta[5]);
        return Ln10 * (theta[0] + (theta[1] * size) + (theta[2] * experts) + (theta[3] * experts * size));
    }

    // Given E_start and E_max the form is linear.
    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed) =>
    [
        .. from first in Firsts
           from last in Lasts
           select Start(logs, first, last),
    ];

    internal override double[] ConstantsOf(double[] theta, RunLogs centre)
    {
        var mean = centre.MeanX / Ln10;
        return [theta[1], theta[2] - (theta[3] * mean), theta[3], theta[0] - (theta[1] * mean), Math.Exp(theta[4]), Math.Exp(theta[5])];
    }

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre)
    {
        var mean = centre.MeanX / Ln10;
        return
        [
            constants[3] + (constants[0] * mean), constants[0], constants[1] + (constants[2] * mean), constants[2],
            Math.Log(constants[4]), Math.Log(constants[5]),
        ];
    }

    private static double[] Start(RunLogs logs, double first, double last)
    {
        var tape = new JetTape(1);
        var rows = new double[logs.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            tape.Reset();
            var size = logs.X[i] / Ln10;
            var experts = LogSaturated(logs.Run(i).Experts!.Value, tape.Constant(Math.Log(first)), tape.Constant(Math.Log(last))).Value;
            rows[i] = [1, size, experts, experts * size];
        }

        try
        {
            var linear = MultipleRegression.QR(rows, [.. logs.LogLoss.Select(static l => l / Ln10)]);
            return [.. linear, Math.Log(first), Math.Log(last)];
        }
        catch (ArgumentException)
        {
            // Fewer runs than terms: the fit reports that nothing is identified.
            return [logs.LogLoss.Average() / Ln10, -0.08, -0.1, 0.01, Math.Log(first), Math.Log(last)];
        }
    }

    private static Jet LogSaturated(double experts, Jet logFirst, Jet logLast)
    {
        Jet first = (-logFirst).Exp(), last = (-logLast).Exp();
        return ((1 / ((experts - 1) + (1 / (first - last)))) + last).Log() * (-1 / Ln10);
    }
}
