namespace ScalingSdk.Fitting.AnyLaw;

/// <content>The forms of <see cref="Forms.LossForm"/> as formulas: a test holds each to its form.</content>
internal sealed partial record NamedFormula
{
    private const string Runs = "N parameters, D tokens";
    private const string Repeated = "N parameters, D tokens seen, U unique tokens";
    private const string Seen = "min(U, D)";

    private static IEnumerable<NamedFormula> Forms()
    {
        yield return new("chinchilla", $"L = E + A/N^alpha + B/D^beta, {Positive("E", "A", "B", "alpha", "beta")}", "Hoffmann et al. 2022, eq. 2", Runs) { Also = "chinchilla-2022" };
        yield return new("chinchilla-equal-exponents", $"L = E + A/N^alpha + B/D^alpha, {Positive("E", "A", "B", "alpha")}", "Muennighoff et al. 2023: alpha = beta", Runs);
        yield return new("over-training", $"L = E + (a*(D/N)^eta + b*(D/N)^(-eta))*(6*N*D)^(-eta), {Positive("E", "a", "b", "eta")}", "Gadre et al. 2024, eq. 4", Runs) { Also = "gadre-2024" };
        yield return new(
            "kaplan-joint", $"L = ((N_c/N)^(alpha_N/alpha_D) + D_c/D)^alpha_D, {Positive("N_c", "D_c", "alpha_N", "alpha_D")}", "Kaplan et al. 2020, eq. 1.5",
            "N parameters without embeddings, D tokens")
        { Also = "kaplan-2020" };
        yield return new("kaplan-parameters", $"L = (N_c/N)^alpha_N, {Positive("N_c", "alpha_N")}", "Kaplan et al. 2020, eq. 1.1", "N parameters without embeddings");
        yield return new("kaplan-tokens", $"L = (D_c/D)^alpha_D, {Positive("D_c", "alpha_D")}", "Kaplan et al. 2020, eq. 1.2", "D tokens");
        yield return new("kaplan-compute", $"L = (C_c/C)^alpha_C, {Positive("C_c", "alpha_C")}", "Kaplan et al. 2020, eq. 1.3", "C compute in FLOP");
        yield return new(
            "kaplan-learning-curve", $"L = (N_c/N)^alpha_N + (S_c/S)^alpha_S, {Positive("N_c", "alpha_N", "S_c", "alpha_S")}", "Kaplan et al. 2020, eq. 1.6",
            "N parameters without embeddings, S steps");
        yield return Repetition("data-constrained", "alpha", "", "alpha = beta") with { Also = "muennighoff-2023" };
        yield return Repetition("data-constrained-two-exponents", "beta", "*alpha/beta", "the exponents apart");
        yield return new(
            "repetition-penalty", $"L = E + A/N^alpha + B/D^beta + P*(D/{Seen} - 1)*N/U, {Positive("E", "A", "B", "alpha", "beta", "P")}", "Lovelace et al. 2026", Repeated);
        yield return new(
            "repetition-penalty-free-exponents", $"L = E + A/N^alpha + B/D^beta + P*(D/{Seen} - 1)^delta*(N/U)^kappa, {Positive("E", "A", "B", "alpha", "beta", "P", "delta")}",
            "Lovelace et al. 2026", Repeated);
        yield return new(
            "routed", "L = 10^(a*log10(N) - b*log10(1/(E - 1 + 1/(1/E_start - 1/E_max)) + 1/E_max) - c*log10(N)*log10(1/(E - 1 + 1/(1/E_start - 1/E_max)) + 1/E_max) + d), E_start > 0, E_max > 0",
            "Clark et al. 2022, eqs. 1 and 2", "N parameters of the dense model, E experts")
        { Also = "clark-2022" };
        yield return new("critical-batch", $"B_crit = B_star/L^(1/alpha_B), {Positive("B_star", "alpha_B")}", "Kaplan et al. 2020, eq. 5.3", "B_crit the critical batch in tokens, L the loss");
        yield return new("power-of-parameters-and-tokens", "y = k*N^p*D^q, k > 0", "the form of Li et al. 2025", "y a learning rate or a batch, N parameters, D tokens");
    }

    // Muennighoff et al. 2023, eqs. 5 and 6: beyond U tokens, and beyond the size for which U tokens are optimal, more counts less and less.
    private static NamedFormula Repetition(string id, string beta, string ratio, string exponents)
    {
        var power = ratio.Length == 0 ? $"{Seen}*(A/B)^(1/alpha)" : $"(A/B*{Seen}^beta{ratio})^(1/alpha)";
        return new(
            id,
            $"L = E + A/{Decayed("N", $"min(N, {power})", "R_N")}^alpha + B/{Decayed("D", Seen, "R_D")}^{beta}, {Positive(ratio.Length == 0 ? ["E", "A", "B", "alpha", "R_D", "R_N"] : ["E", "A", "B", "alpha", "beta", "R_D", "R_N"])}",
            $"Muennighoff et al. 2023, eqs. 5 and 6, {exponents}",
            Repeated);
    }

    private static string Decayed(string all, string first, string decay) => $"({first}*(1 + {decay}*(1 - exp(-({all}/({first}) - 1)/{decay}))))";

    private static string Positive(params string[] constants) => string.Join(", ", constants.Select(static constant => constant + " > 0"));
}
