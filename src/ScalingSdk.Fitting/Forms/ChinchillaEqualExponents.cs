namespace ScalingSdk.Fitting.Forms;

/// <summary>alpha = beta: one exponent fewer to identify, and N_opt/D_opt is the same at every budget.</summary>
internal sealed class ChinchillaEqualExponents : ChinchillaLoss
{
    public override string Id => "chinchilla-equal-exponents";

    public override string Equation => "L(N, D) = E + A/N^alpha + B/D^alpha (Hoffmann et al. 2022, eq. 2, with alpha = beta)";

    public override IReadOnlyList<string> Constants { get; } = ["E", "A", "B", "alpha"];

    private protected override bool Tied => true;
}
