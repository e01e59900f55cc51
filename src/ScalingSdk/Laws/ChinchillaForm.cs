namespace ScalingSdk.Laws;

/// <summary>L(N, D) = E + A / N^alpha + B / D^beta and what follows from it on C = 6 N D (Hoffmann et al. 2022, eqs. 2 and 4).</summary>
public readonly record struct ChinchillaForm(double E, double A, double B, double Alpha, double Beta)
{
    /// <summary>The loss in nats per token (eq. 2).</summary>
    public double Loss(double parameters, double tokens) =>
        E + (A / Math.Pow(parameters, Alpha)) + (B / Math.Pow(tokens, Beta));

    /// <summary>G = (alpha A / (beta B))^(1/(alpha + beta)) (eq. 4).</summary>
    public double G => Math.Pow(Alpha * A / (Beta * B), 1 / (Alpha + Beta));

    /// <summary>a of N_opt ~ C^a: beta / (alpha + beta) (eq. 4).</summary>
    public double ParametersExponent => Beta / (Alpha + Beta);

    /// <summary>N_opt = G (C/6)^a (eq. 4).</summary>
    public double OptimalParameters(double flops) => G * Math.Pow(flops / 6, ParametersExponent);

    /// <summary>D_opt on the frontier of a size: alpha A N^-alpha = beta B D^-beta.</summary>
    public double OptimalTokens(double parameters) =>
        Math.Pow(Beta * B / (Alpha * A) * Math.Pow(parameters, Alpha), 1 / Beta);

    /// <summary>N_opt on the frontier of a number of tokens: the inverse of <see cref="OptimalTokens"/>.</summary>
    public double OptimalParametersOf(double tokens) =>
        Math.Pow(Alpha * A / (Beta * B) * Math.Pow(tokens, Beta), 1 / Alpha);

    /// <summary>The smallest size that could reach a loss with unlimited tokens; NaN at or below E.</summary>
    internal double LeastParameters(double loss) => loss > E ? Math.Pow(A / (loss - E), 1 / Alpha) : double.NaN;

    /// <summary>The tokens with which a size reaches a loss; NaN where it cannot.</summary>
    internal double TokensFor(double loss, double parameters)
    {
        var gap = loss - E - (A / Math.Pow(parameters, Alpha));
        return gap > 0 ? Math.Pow(B / gap, 1 / Beta) : double.NaN;
    }
}
