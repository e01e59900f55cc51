using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>
/// Muennighoff et al. 2023, eqs. 5 and 6: L = E + A/N'^alpha + B/D'^alpha, D' = U + U R_D (1 - exp(-(D/U - 1)/R_D)), N' likewise about
/// U_N, the size for which U tokens are compute-optimal: U_N = G^2 U with G = (A/B)^(1/(2 alpha)).
/// </summary>
/// <remarks>Parameters: e, a, b, alpha of the equal-exponent form, ln R_D, ln R_N.</remarks>
internal sealed class DataConstrainedLoss : LossForm
{
    private static readonly double[] Decays = [2, 8, 30];

    public override string Id => "data-constrained";

    public override string Equation =>
        "L(N, D, U) = E + A/N'^alpha + B/D'^alpha, D' = U + U R_D (1 - exp(-(D/U - 1)/R_D)), N' likewise about U_N (Muennighoff et al. 2023)";

    public override IReadOnlyList<string> Constants { get; } = ["E", "A", "B", "alpha", "R_D", "R_N"];

    internal override bool IsAmplitude(int constant) => constant is 1 or 2 or 4 or 5;

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run)
    {
        Jet a = theta[1], b = theta[2], alpha = theta[3];
        double x = logs.X[run], y = logs.Y[run], unique = Math.Min(logs.Unique[run], y);
        var tokens = Decayed(unique, y, theta[4], unique + (0 * theta[4]));

        // ln U_N less the mean of ln N: A and B are those of the centred logarithms.
        var optimal = (((a - b) / alpha) + unique);
        var size = optimal.Value < x ? Decayed(optimal.Value, x, theta[5], optimal) : x + (0 * alpha);
        return (theta[0].Exp() + (a - (alpha * size)).Exp() + (b - (alpha * tokens)).Exp()).Log();
    }

    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed)
    {
        // Runs of about one epoch first; where they are too few, all.
        var fresh = Enumerable.Range(0, logs.Count).Select(logs.Run).Where(static run => !(run.UniqueTokens < 0.5 * run.Tokens)).ToList();
        var runs = fresh.Count > 8 ? fresh : [.. Enumerable.Range(0, logs.Count).Select(logs.Run)];
        var centred = new RunLogs(runs, logs);
        var bases = ChinchillaEqualExponents.Starts(centred, penalty, seed).Take(2).ToList();
        var solver = new Optimum.NewtonSolver(4);
        foreach (var start in bases)
            solver.Minimise(ChinchillaEqualExponents.Pose(centred, penalty), start);
        return
        [
            .. from start in bases
               from tokens in Decays
               from sizes in Decays
               select start.Concat([Math.Log(tokens), Math.Log(sizes)]).ToArray(),
        ];
    }

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) =>
        [.. ChinchillaEqualExponents.ConstantsOf([.. theta.Take(4)], centre), Math.Exp(theta[4]), Math.Exp(theta[5])];

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre) =>
        [.. ChinchillaEqualExponents.ThetaOf([.. constants.Take(4)], centre), Math.Log(constants[4]), Math.Log(constants[5])];

    // ln of U + U R (1 - exp(-(x/U - 1)/R)): repeats are worth less and less.
    private static Jet Decayed(double unique, double total, Jet logDecay, Jet logUnique)
    {
        if (total - unique < 1e-9)
            return logUnique;
        var decay = logDecay.Exp();
        var repeats = (total - logUnique).Exp() - 1;
        return logUnique + (1 + (decay * (1 - (-(repeats / decay)).Exp()))).Log();
    }
}
