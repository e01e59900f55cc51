using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Forms;

/// <summary>
/// Chinchilla with alpha = beta = 2 eta in other clothes: with C = 6 N D and M = D/N, a M^eta C^-eta = a 6^-eta N^-2eta and
/// b M^-eta C^-eta = b 6^-eta D^-2eta.
/// </summary>
internal sealed class OverTrainingLoss : ChinchillaLoss
{
    public override string Id => "over-training";

    public override string Equation => "L(C, M) = E + (a M^eta + b M^-eta) C^-eta, M = D/N (Gadre et al. 2024, eq. 4)";

    public override IReadOnlyList<string> Constants { get; } = ["E", "a", "b", "eta"];

    private protected override bool Tied => true;

    internal override bool IsAmplitude(int constant) => constant is 1 or 2;

    internal override Laws.ChinchillaForm? AsChinchilla(IReadOnlyList<double> constants)
    {
        var six = Math.Pow(6, constants[3]);
        return new(constants[0], constants[1] / six, constants[2] / six, 2 * constants[3], 2 * constants[3]);
    }

    internal override double[] ConstantsOf(double[] theta, RunLogs centre)
    {
        var c = base.ConstantsOf(theta, centre);
        var six = Math.Pow(6, c[3] / 2);
        return [c[0], c[1] * six, c[2] * six, c[3] / 2];
    }

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre)
    {
        var six = Math.Pow(6, constants[3]);
        return base.ThetaOf([constants[0], constants[1] / six, constants[2] / six, 2 * constants[3]], centre);
    }
}
