using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>
/// Muennighoff et al. 2023, eqs. 5 and 6: L = E + A/N'^alpha + B/D'^beta, D' = U + U R_D (1 - exp(-(D/U - 1)/R_D)), N' likewise about
/// U_N, the size for which U tokens are compute-optimal: U_N = (alpha A / (beta B) U^beta)^(1/alpha). The paper has alpha = beta.
/// </summary>
/// <param name="tied">True for alpha = beta.</param>
/// <remarks>Parameters: those of the form of one epoch, ln R_D, ln R_N.</remarks>
internal sealed class DataConstrainedLoss(bool tied) : LossForm
{
    private static readonly double[] Decays = [2, 8, 30];

    private readonly LossForm _ofOneEpoch = tied ? ChinchillaEqualExponents : Chinchilla;

    public override string Id => tied ? "data-constrained" : "data-constrained-two-exponents";

    public override string Equation => tied
        ? "L(N, D, U) = E + A/N'^alpha + B/D'^alpha, D' = U + U R_D (1 - exp(-(D/U - 1)/R_D)), N' likewise about U_N (Muennighoff et al. 2023)"
        : "L(N, D, U) = E + A/N'^alpha + B/D'^beta, D' = U + U R_D (1 - exp(-(D/U - 1)/R_D)), N' likewise about U_N (Muennighoff et al. 2023, exponents apart)";

    public override IReadOnlyList<string> Constants { get; } = tied ? ["E", "A", "B", "alpha", "R_D", "R_N"] : ["E", "A", "B", "alpha", "beta", "R_D", "R_N"];

    private int Last => Constants.Count - 1;

    internal override bool IsAmplitude(int constant) => constant is 1 or 2 || constant >= Last - 1;

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run)
    {
        Jet a = theta[1], b = theta[2], alpha = theta[3], beta = theta[tied ? 3 : 4];
        double x = logs.X[run], y = logs.Y[run], unique = Math.Min(logs.Unique[run], y);
        var tokens = Decayed(unique, y, theta[Last - 1], unique + (0 * theta[Last - 1]));

        // ln U_N less the mean of ln N: A and B are those of the centred logarithms.
        var optimal = tied ? ((a - b) / alpha) + unique : (a - b + (beta * unique) + (alpha / beta).Log()) / alpha;
        var size = optimal.Value < x ? Decayed(optimal.Value, x, theta[Last], optimal) : x + (0 * alpha);
        return (theta[0].Exp() + (a - (alpha * size)).Exp() + (b - (beta * tokens)).Exp()).Log();
    }

    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed)
    {
        // Runs of about one epoch first; where they are too few, all.
        var fresh = Enumerable.Range(0, logs.Count).Select(logs.Run).Where(static run => !(run.UniqueTokens < 0.5 * run.Tokens)).ToList();
        var runs = fresh.Count > 8 ? fresh : [.. Enumerable.Range(0, logs.Count).Select(logs.Run)];
        var centred = new RunLogs(runs, logs);
        var bases = _ofOneEpoch.Starts(centred, penalty, seed).Take(2).ToList();
        var solver = new Optimum.NewtonSolver(_ofOneEpoch.Dimension);
        foreach (var start in bases)
            solver.Minimise(_ofOneEpoch.Pose(centred, penalty), start);
        return
        [
            .. from start in bases
               from tokens in Decays
               from sizes in Decays
               select start.Concat([Math.Log(tokens), Math.Log(sizes)]).ToArray(),
        ];
    }

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) =>
        [.. _ofOneEpoch.ConstantsOf([.. theta.Take(Last - 1)], centre), Math.Exp(theta[Last - 1]), Math.Exp(theta[Last])];

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre) =>
        [.. _ofOneEpoch.ThetaOf([.. constants.Take(Last - 1)], centre), Math.Log(constants[Last - 1]), Math.Log(constants[Last])];

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
