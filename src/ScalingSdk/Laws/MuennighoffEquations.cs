namespace ScalingSdk.Laws;

/// <summary>The equations of Muennighoff et al. 2023: the loss of effective counts, and what repetition leaves of them.</summary>
internal static class MuennighoffEquations
{
    /// <summary>The unrounded constants of the authors' repository.</summary>
    internal static readonly ChinchillaForm Form = new(
        Math.Exp(0.6254804), Math.Exp(6.255414), Math.Exp(7.3049974), Alpha: 0.3526596, Beta: 0.3526596);

    // Half-lives of repeated tokens and of excess parameters, in repetitions.
    internal const double RdStar = 15.387756;
    internal const double RnStar = 5.309743;

    private const double Tenth = 10;

    internal static readonly ParametricEquations Fresh = new(Form, loss: "", optimum: "", logarithms: true);

    private static readonly Symbol EffectiveN = new("N'", "parameters");
    private static readonly Symbol EffectiveD = new("D'", "tokens");
    private static readonly Symbol OptimalSize = new("U_N", "parameters");

    internal static Equation Repeated => field ?? Once.Of(ref field, new(
        "",
        Symbol.L,
        $"exp({Math.Log(Form.E):ln_E}) + exp({Math.Log(Form.A):ln_A})/N'^{Form.Alpha:alpha} + exp({Math.Log(Form.B):ln_B})/D'^{Form.Beta:beta}",
        EffectiveN,
        EffectiveD));

    internal static Equation EffectiveTokens => field ?? Once.Of(ref field, new(
        "", EffectiveD, $"U + U {RdStar:R_D} (1 - exp(-(D/U - 1)/{RdStar:R_D}))", Symbol.D, Symbol.U));

    internal static Equation EffectiveParameters => field ?? Once.Of(ref field, new(
        "", EffectiveN, $"U_N + U_N {RnStar:R_N} (1 - exp(-(N/U_N - 1)/{RnStar:R_N}))", Symbol.N, OptimalSize));

    internal static Equation SizeOfUnique => field ?? Once.Of(ref field, new(
        "",
        OptimalSize,
        $"min(N, ({Form.Alpha:alpha} exp({Math.Log(Form.A):ln_A}) / ({Form.Beta:beta} exp({Math.Log(Form.B):ln_B})) U^{Form.Beta:beta})^(1/{Form.Alpha:alpha}))",
        Symbol.N,
        Symbol.U));

    internal static Equation MarginalWorth => field ?? Once.Of(ref field, new("", new("w", ""), $"exp(-(D/U - 1)/{RdStar:R_D})", Symbol.D, Symbol.U));

    // The repetitions after which exp(-R/R_N) is a tenth.
    internal static Equation StopsHelping => field ?? Once.Of(ref field, new(
        "",
        new("N_tenth", "parameters"),
        $"({Form.Alpha:alpha} exp({Math.Log(Form.A):ln_A}) / ({Form.Beta:beta} exp({Math.Log(Form.B):ln_B})) U^{Form.Beta:beta})^(1/{Form.Alpha:alpha}) (1 + {RnStar:R_N} ln({Tenth:ten}))",
        Symbol.U));

    internal static Derivation LimitedOptimum => field ?? Once.Of(ref field, Repeated.LeastBy(
        Symbol.N, "on C = 6 N D over U unique tokens", Symbol.C, Symbol.U));

    internal static IEnumerable<Equation> All
    {
        get
        {
            IReadOnlyList<Equation> all = [Repeated, EffectiveTokens, EffectiveParameters, SizeOfUnique, MarginalWorth, StopsHelping, .. Fresh.All];
            foreach (var equation in all)
                yield return equation;
        }
    }
}
