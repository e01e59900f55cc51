using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>The tokens that a compute budget leaves for the best size.</summary>
internal static class BudgetEquations
{
    /// <summary>C = 6 N D.</summary>
    internal static readonly Equation SixND = new("", Symbol.OptimalD, $"C / (6 N_opt)", Symbol.C, Symbol.OptimalN);

    /// <summary>C = M D, M in training FLOPs per token.</summary>
    internal static readonly Equation ScaleTimesTokens = new(
        "", Symbol.OptimalD, $"C / M_opt", Symbol.C, new Symbol("M_opt", "FLOP per token"));

    /// <summary>Where the tokens of a best run come from.</summary>
    internal static Source TokensOf(LawInfo law, TrainingFlops compute, OptimalRun run) => new(
        law,
        law.Compute == ComputeConvention.FlopsPerTokenTimesTokens ? ScaleTimesTokens : SixND,
        compute.Flops,
        run.Parameters);
}
