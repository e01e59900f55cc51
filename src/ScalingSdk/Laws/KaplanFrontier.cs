using static ScalingSdk.Laws.KaplanEquations;

namespace ScalingSdk.Laws;

/// <summary>The equations of appendix B: the frontier that follows from the learning curves (Table 3) and the critical batch.</summary>
internal static class KaplanFrontier
{
    // B.7.
    internal const double AlphaC = 1 / ((1 / AlphaS) + (1 / AlphaB) + (1 / CurveAlphaN));

    // B.5.
    internal const double StopAbove = CurveAlphaN / AlphaS;

    // B.8, in FLOP.
    internal static readonly double Cc = 6 * CurveNc * BStar * Sc
        * Math.Pow(1 + StopAbove, (1 / AlphaS) + (1 / CurveAlphaN)) * Math.Pow(1 / StopAbove, 1 / AlphaS);

    private static readonly Symbol LeastFlops = new("C_min", "FLOP");

    private static readonly Symbol SizeRatio = new("N/N_eff", "");

    // A name that the grammar of equations can read.
    private static readonly Symbol Ratio = new("x", "N / N_eff");

    internal static Equation StopsAbove => field ?? Once.Of(ref field, new("B.5", new("f", ""), $"{CurveAlphaN:alpha_N}/{AlphaS:alpha_S}"));

    internal static Equation Loss => field ?? Once.Of(ref field, new("B.6", Symbol.L, $"({Cc:C_c}/C_min)^{AlphaC:alpha_C}", LeastFlops));

    internal static Equation Size => field ?? Once.Of(ref field, new(
        "B.9",
        Symbol.OptimalN,
        $"{CurveNc:N_c} (C_min/{Cc:C_c})^({AlphaC:alpha_C}/{CurveAlphaN:alpha_N}) (1 + {StopAbove:f})^(1/{CurveAlphaN:alpha_N})",
        LeastFlops));

    internal static Equation Steps => field ?? Once.Of(ref field, new(
        "B.10",
        Symbol.LeastS,
        $"{Cc:C_c} / (6 {CurveNc:N_c} {BStar:B_star}) (1 + {StopAbove:f})^(-1/{CurveAlphaN:alpha_N}) (C_min/{Cc:C_c})^({AlphaC:alpha_C}/{AlphaS:alpha_S})",
        LeastFlops));

    internal static Equation ComputeFor => field ?? Once.Of(ref field, new(
        "B.15",
        LeastFlops,
        $"6 {BStar:B_star} {Sc:S_c} N / L^(1/{AlphaB:alpha_B}) (L - ({CurveNc:N_c}/N)^{CurveAlphaN:alpha_N})^(-1/{AlphaS:alpha_S})",
        Symbol.N,
        Symbol.L)
    {
        AsksLoss = true,
    });

    internal static Equation SizeAtStop => field ?? Once.Of(ref field, new(
        "B.12", SizeRatio, $"((1 + f1)/(1 + f2))^(1/{CurveAlphaN:alpha_N})", new("f1", ""), new("f2", "")));

    internal static Equation StepsAtStop => field ?? Once.Of(ref field, new(
        "B.13", new("S/S_eff", ""), $"((1 + 1/f1)/(1 + 1/f2))^(1/{AlphaS:alpha_S})", new("f1", ""), new("f2", "")));

    internal static Equation WrongSizeCompute => field ?? Once.Of(ref field, new(
        "B.16", new("C/C_eff", ""), $"x (1 + {AlphaS:alpha_S}/{CurveAlphaN:alpha_N} (1 - x^(-{CurveAlphaN:alpha_N})))^(-1/{AlphaS:alpha_S})", Ratio));

    internal static Equation WrongSizeSteps => field ?? Once.Of(ref field, new(
        "B.17", new("S/S_eff", ""), $"(1 + {AlphaS:alpha_S}/{CurveAlphaN:alpha_N} (1 - x^(-{CurveAlphaN:alpha_N})))^(-1/{AlphaS:alpha_S})", Ratio));

    internal static IReadOnlyList<Equation> All =>
        [StopsAbove, Loss, Size, Steps, SizeAtStop, StepsAtStop, ComputeFor, WrongSizeCompute, WrongSizeSteps];
}
