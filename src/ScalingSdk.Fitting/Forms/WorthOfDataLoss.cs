using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>L = E + A/N^alpha + B/(k D)^beta with a k for each corpus but the first, whose tokens are the unit: ln k follow beta.</summary>
internal sealed class WorthOfDataLoss : LossForm
{
    private readonly string[] _corpora;

    internal WorthOfDataLoss(IReadOnlyList<string> corpora)
    {
        _corpora = [.. corpora];
        Constants = [.. Chinchilla.Constants, .. corpora.Skip(1).Select(static corpus => "k_" + corpus)];
    }

    public override string Id => "worth-of-data";

    public override string Equation => "L(N, D) = E + A/N^alpha + B/(k D)^beta, k tokens of the first corpus are worth one of the run's";

    public override IReadOnlyList<string> Constants { get; }

    internal override string? WhyUnfit(TrainingRun run) =>
        Array.IndexOf(_corpora, run.Corpus) >= 0 ? null : "the run is of another corpus, or of none";

    internal override bool IsAmplitude(int constant) => constant is 1 or 2;

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run)
    {
        var corpus = Array.IndexOf(_corpora, logs.Run(run).Corpus);
        var tokens = corpus > 0 ? theta[4 + corpus] + logs.Y[run] : logs.Y[run] + (0 * theta[4]);
        return (theta[0].Exp() + (theta[1] - (theta[3] * logs.X[run])).Exp() + (theta[2] - (theta[4] * tokens)).Exp()).Log();
    }

    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed) =>
        [.. Chinchilla.Starts(logs, penalty, seed).Select(start => start.Concat(new double[_corpora.Length - 1]).ToArray())];

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) =>
        [.. Chinchilla.ConstantsOf([.. theta.Take(5)], centre), .. theta.Skip(5).Select(static v => Math.Exp(v))];

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre) =>
        [.. Chinchilla.ThetaOf([.. constants.Take(5)], centre), .. constants.Skip(5).Select(static v => Math.Log(v))];
}
