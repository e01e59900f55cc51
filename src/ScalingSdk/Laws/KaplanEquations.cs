using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>The equations of Kaplan et al. 2020 that its loss, threshold, batch and allocation are computed with.</summary>
internal static class KaplanEquations
{
    // Table 2, the joint fit. Equations 1.1 to 1.3 have other constants under the same names.
    internal const double AlphaN = 0.076;
    internal const double AlphaD = 0.103;
    internal const double Nc = 6.4e13;
    internal const double Dc = 1.8e13;

    // Table 3, learning curves.
    internal const double CurveAlphaN = 0.077;
    internal const double CurveNc = 6.5e13;
    internal const double AlphaS = 0.76;
    internal const double Sc = 2.1e3;

    // Appendix A; the text rounds B* to 2e8.
    internal const double BStar = 2.1e8;
    internal const double AlphaB = 0.21;

    // Laws of one variable.
    internal const double SizeAlpha = 0.076;
    internal const double SizeNc = 8.8e13;
    internal const double DataAlpha = 0.095;
    internal const double DataDc = 5.4e13;
    internal const double ComputeAlpha = 0.050;
    internal const double ComputeCc = 3.1e8;
    internal const double FixedBatchAlpha = 0.057;
    internal const double FixedBatchCc = 1.6e7;

    internal const double ThresholdFactor = 5e3;
    internal const double ThresholdPower = 0.74;

    // Table 6.
    internal const double SizeFactor = 1.3e9;
    internal const double SizePower = 0.73;
    internal const double BatchFactor = 2.0e6;
    internal const double BatchPower = 0.24;
    internal const double StepsFactor = 5.4e3;
    internal const double StepsPower = 0.03;
    internal const double TokensFactor = 2e10;
    internal const double TokensPower = 0.27;

    internal const double RateIntercept = 0.003239;
    internal const double RateSlope = 0.0001395;

    private const double PetaflopDay = TrainingFlops.PerPetaflopDay;

    internal static Equation LossOfSize => field ?? Once.Of(ref field, new("1.1", Symbol.L, $"({SizeNc:N_c}/N)^{SizeAlpha:alpha_N}", Symbol.N));

    internal static Equation LossOfData => field ?? Once.Of(ref field, new("1.2", Symbol.L, $"({DataDc:D_c}/D)^{DataAlpha:alpha_D}", Symbol.D));

    internal static Equation LossOfCompute => field ?? Once.Of(ref field, new("1.3", Symbol.L, $"({ComputeCc:C_c}/C_min)^{ComputeAlpha:alpha_C}", Symbol.LeastC));

    internal static Equation LossAtFixedBatch => field ?? Once.Of(ref field, new(
        "3.3", Symbol.L, $"({FixedBatchCc:C_c}/C)^{FixedBatchAlpha:alpha_C}", Symbol.C with { Unit = Symbol.LeastC.Unit }));

    internal static Equation JointLoss => field ?? Once.Of(ref field, new(
        "4.1", Symbol.L, $"(({Nc:N_c}/N)^({AlphaN:alpha_N}/{AlphaD:alpha_D}) + {Dc:D_c}/D)^{AlphaD:alpha_D}", Symbol.N, Symbol.D));

    internal static Equation Penalty => field ?? Once.Of(ref field, new(
        "4.3", new("dL", ""), $"(1 + (N/{Nc:N_c})^({AlphaN:alpha_N}/{AlphaD:alpha_D}) {Dc:D_c}/D)^{AlphaD:alpha_D} - 1", Symbol.N, Symbol.D));

    internal static Equation Threshold => field ?? Once.Of(ref field, new("4.4", Symbol.D, $"{ThresholdFactor:k} N^{ThresholdPower:p}", Symbol.N));

    internal static Equation CriticalBatch => field ?? Once.Of(ref field, new("5.3", Symbol.CriticalB, $"{BStar:B_star} / L^(1/{AlphaB:alpha_B})", Symbol.L));

    internal static Equation Fewest => field ?? Once.Of(ref field, new("5.4", Symbol.LeastS, $"S / (1 + B_crit/B)", Symbol.S, Symbol.B, Symbol.CriticalB));

    internal static Equation Least => field ?? Once.Of(ref field, new(
        "5.5", Symbol.LeastC, $"C / (1 + B/B_crit)", Symbol.C with { Unit = Symbol.LeastC.Unit }, Symbol.B, Symbol.CriticalB));

    internal static Equation LearningCurve => field ?? Once.Of(ref field, new(
        "5.6", Symbol.L, $"({CurveNc:N_c}/N)^{CurveAlphaN:alpha_N} + ({Sc:S_c}/S_min)^{AlphaS:alpha_S}", Symbol.N, Symbol.LeastS));

    internal static Equation EarliestStop => field ?? Once.Of(ref field, new(
        "5.7",
        new("S_stop", "steps"),
        $"{Sc:S_c} / ((({Nc:N_c}/N)^({AlphaN:alpha_N}/{AlphaD:alpha_D}) + {Dc:D_c}/D)^{AlphaD:alpha_D} - ({Nc:N_c}/N)^{AlphaN:alpha_N})^(1/{AlphaS:alpha_S})",
        Symbol.N,
        Symbol.D));

    internal static Equation Size => field ?? Once.Of(ref field, new("Table 6", Symbol.OptimalN, $"{SizeFactor:k} C_min^{SizePower:p}", Symbol.LeastC));

    internal static Equation Batch => field ?? Once.Of(ref field, new("Table 6", Symbol.CriticalB, $"{BatchFactor:k} C_min^{BatchPower:p}", Symbol.LeastC));

    internal static Equation Steps => field ?? Once.Of(ref field, new("Table 6", Symbol.LeastS, $"{StepsFactor:k} C_min^{StepsPower:p}", Symbol.LeastC));

    internal static Equation Data => field ?? Once.Of(ref field, new("Table 6", Symbol.OptimalD, $"{TokensFactor:k} C_min^{TokensPower:p}", Symbol.LeastC));

    // C / 6N at the critical batch, where C is twice C_min of Table 6.
    internal static Equation OptimalTokens => field ?? Once.Of(ref field, new(
        "Table 6", Symbol.OptimalD, $"2 {PetaflopDay:PF_day} (N/{SizeFactor:k})^(1/{SizePower:p}) / (6 N)", Symbol.N));

    // How batch, data and the optimum grow: ratios of the laws above.
    internal static Equation BatchGrowth => field ?? Once.Of(ref field, new(
        "5.3", new("B/B_0", ""), $"(L/L_0)^(-1/{AlphaB:alpha_B})", Symbol.L, new Symbol("L_0", "nats per token")));

    internal static Equation DataGrowth => field ?? Once.Of(ref field, new("4.4", new("D/D_0", ""), $"(N/N_0)^{ThresholdPower:p}", Symbol.N, new Symbol("N_0", "parameters")));

    internal static Equation SizeGrowth => field ?? Once.Of(ref field, new("Table 6", new("N_opt/N_0", ""), $"r^{SizePower:p}", new Symbol("r", "C over C_0")));

    internal static Equation TokensGrowth => field ?? Once.Of(ref field, new("Table 6", new("D_opt/D_0", ""), $"r^{TokensPower:p}", new Symbol("r", "C over C_0")));

    // Where the loss of the allocation's tokens meets that of its compute.
    internal static Equation Contradiction => field ?? Once.Of(ref field, new(
        "6.8",
        new("C_cross", "PF-days"),
        $"({ComputeCc:C_c}^{ComputeAlpha:alpha_C} ({TokensFactor:k}/{DataDc:D_c})^{DataAlpha:alpha_D})^(1/({ComputeAlpha:alpha_C} - {DataAlpha:alpha_D} {TokensPower:p}))"));

    internal static Equation ShownRate => field ?? Once.Of(ref field, new("D.1", Symbol.Rate, $"{RateIntercept:a} - {RateSlope:b} ln(N)", Symbol.N));

    internal static IEnumerable<Equation> All
    {
        get
        {
            IReadOnlyList<Equation> all =
            [
                LossOfSize, LossOfData, LossOfCompute, LossAtFixedBatch, JointLoss, Penalty, Threshold, CriticalBatch, Fewest, Least, LearningCurve,
                EarliestStop, Size, Batch, Steps, Data, OptimalTokens,
                BatchGrowth, DataGrowth, SizeGrowth, TokensGrowth, Contradiction, .. KaplanFrontier.All, ShownRate,
            ];
            foreach (var equation in all)
                yield return equation;
        }
    }
}
