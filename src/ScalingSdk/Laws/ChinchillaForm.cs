namespace ScalingSdk.Laws;

/// <summary>L(N, D) = E + A / N^alpha + B / D^beta and what follows from it on C = 6 N D (Hoffmann et al. 2022, eqs. 2 and 4).</summary>
public readonly record struct ChinchillaForm(double E, double A, double B, double Alpha, double Beta)
{
    /// <summary>The loss in nats per token (eq. 2).</summary>
    public double Loss(double parameters, double tokens) =>
        E + (A / Math.Pow(parameters, Alpha)) + (B / Math.Pow(tokens, Beta));

    /// <summary>G = (alpha A / (beta B))^(1/(alpha + beta)) (eq. 4).</summary>
    public double G => Math.Pow(Alpha * A / (Beta * B), 1 / (Alpha + Beta));

    /// <summary>N_opt = G (C/6)^(beta/(alpha + beta)) (eq. 4).</summary>
    public double OptimalParameters(double flops) => G * Math.Pow(flops / 6, Beta / (Alpha + Beta));

    /// <summary>D_opt on the frontier of a size: alpha A N^-alpha = beta B D^-beta.</summary>
    public double OptimalTokens(double parameters) =>
        Math.Pow(Beta * B / (Alpha * A) * Math.Pow(parameters, Alpha), 1 / Beta);
}
