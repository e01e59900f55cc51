using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>
/// Lovelace et al. 2026: L = E + A/N^alpha + B/D^beta + P R^delta (N/U)^kappa with R = D/U - 1 repetitions: the one form here whose loss
/// rises with too many epochs. With delta = kappa = 1 it turns at (beta B U^(1 - beta) / (P N))^(1/(1 + beta)) epochs.
/// </summary>
/// <param name="free">True to fit delta and kappa, which takes a hundred runs; false for both 1.</param>
/// <remarks>Parameters: those of Chinchilla's form, ln P about the centre, delta, kappa.</remarks>
internal sealed class RepetitionPenaltyLoss(bool free) : LossForm
{
    private const int Whole = 5;

    // What part of the loss the penalty is in the middle of the repeated runs, at a start.
    private static readonly double[] Parts = [0.002, 0.02, 0.2];
    private static readonly (double Delta, double Kappa)[] Exponents = [(1, 1), (1.7, 1.3), (0.5, 0.8)];

    public override string Id => free ? "repetition-penalty-free-exponents" : "repetition-penalty";

    public override string Equation => free
        ? "L(N, D, U) = E + A/N^alpha + B/D^beta + P (D/U - 1)^delta (N/U)^kappa (Lovelace et al. 2026)"
        : "L(N, D, U) = E + A/N^alpha + B/D^beta + P (D/U - 1) N/U (Lovelace et al. 2026)";

    public override IReadOnlyList<string> Constants { get; } = free ? ["E", "A", "B", "alpha", "beta", "P", "delta", "kappa"] : ["E", "A", "B", "alpha", "beta", "P"];

    internal override bool IsAmplitude(int constant) => constant is 1 or 2 or Whole;

    internal override bool IsExponent(int parameter) => parameter is 3 or 4 || parameter > Whole;

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run)
    {
        var loss = theta[0].Exp() + (theta[1] - (theta[3] * logs.X[run])).Exp() + (theta[2] - (theta[4] * logs.Y[run])).Exp();
        if (LogRepetitions(logs, run) is not { } repetitions)
            return loss.Log();
        var perUnique = logs.X[run] - logs.Unique[run];
        var penalty = free ? theta[Whole] + (theta[Whole + 1] * repetitions) + (theta[Whole + 2] * perUnique) : theta[Whole] + (repetitions + perUnique);
        return (loss + penalty.Exp()).Log();
    }

    // The law of one epoch from the runs that repeat least, then the penalty: the authors' order.
    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed)
    {
        var all = Enumerable.Range(0, logs.Count).ToList();
        var repeated = all.Where(run => LogRepetitions(logs, run) is not null).ToList();
        var fresh = all.Where(run => !(LogRepetitions(logs, run) > 0)).Select(logs.Run).ToList();
        var centred = new RunLogs(fresh.Count > 8 ? fresh : [.. all.Select(logs.Run)], logs);
        var bases = Chinchilla.Starts(centred, penalty, seed).Take(2).ToList();
        var solver = new NewtonSolver(Chinchilla.Dimension);
        foreach (var start in bases)
            solver.Minimise(Chinchilla.Pose(centred, penalty), start);
        var (loss, repetitions, perUnique) = repeated.Count == 0 ? (0, 0, 0)
            : (Middle(repeated.Select(run => logs.LogLoss[run])), Middle(repeated.Select(run => LogRepetitions(logs, run)!.Value)), Middle(repeated.Select(run => logs.X[run] - logs.Unique[run])));
        return
        [
            .. from start in bases
               from part in Parts
               from exponents in free ? Exponents : [(1, 1)]
               let height = Math.Log(part) + loss - (exponents.Delta * repetitions) - (exponents.Kappa * perUnique)
               select free ? start.Concat([height, exponents.Delta, exponents.Kappa]).ToArray() : start.Append(height).ToArray(),
        ];
    }

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) =>
        [.. Chinchilla.ConstantsOf([.. theta.Take(Whole)], centre), Math.Exp(theta[Whole] - (Kappa(theta) * Centre(centre))), .. theta.Skip(Whole + 1)];

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre) =>
        [.. Chinchilla.ThetaOf([.. constants.Take(Whole)], centre), Math.Log(constants[Whole]) + (Kappa(constants) * Centre(centre)), .. constants.Skip(Whole + 1)];

    private double Kappa(IReadOnlyList<double> values) => free ? values[Whole + 2] : 1;

    // ln N and ln U are both less a mean.
    private static double Centre(RunLogs centre) => centre.MeanX - centre.MeanY;

    // ln of D/U - 1; null for a single pass.
    private static double? LogRepetitions(RunLogs logs, int run)
    {
        var epochs = Math.Exp(logs.Y[run] - logs.Unique[run]);
        return epochs > 1 + 1e-9 ? Math.Log(epochs - 1) : null;
    }

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.OrderBy(static value => value)];
        return sorted[sorted.Length / 2];
    }
}
