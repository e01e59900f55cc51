using ScalingSdk.Quantities;
using static ScalingSdk.Laws.KaplanEquations;
using Equations = ScalingSdk.Laws.KaplanEquations;

namespace ScalingSdk.Laws;

// The empirical allocation (sec. 6, Table 6). It contradicts eq. 4.4 above 0.3 PF-days: offered, never the default.
public sealed partial class Kaplan2020
{
    /// <summary>Size, critical batch, updates and tokens of the best run for a C_min (Table 6).</summary>
    public Answer<KaplanRun> Table6(MinimumCompute c) => Answer<KaplanRun>.Of(
        new(
            new(SizeAt(c.PetaflopDays)),
            new(BatchFactor * Math.Pow(c.PetaflopDays, BatchPower)),
            new(StepsFactor * Math.Pow(c.PetaflopDays, StepsPower)),
            new(TokensAt(c.PetaflopDays))),
        OutsideOf(c),
        new(Info, Size, c.PetaflopDays));

    /// <summary>The best run for a budget spent at the critical batch: N of Table 6 at C_min = C/2, and the tokens that it leaves, C / 6N.</summary>
    /// <remarks>These tokens lie 11 % above Table 6's own fit of D, which does not spend the budget (eq. 6.7, sec. 6.3).</remarks>
    public Answer<OptimalRun> Allocate(TrainingFlops compute)
    {
        var least = MinimumCompute.AtCriticalBatch(compute).PetaflopDays;
        var n = SizeAt(least);
        var d = compute.Flops / (6 * n);
        return Answer<OptimalRun>.Of(new(n, Info.Parameters, new(d)), Info.Range.OfOptimum(compute.Flops, n, d), new(Info, Size, least));
    }

    /// <summary>The tokens for which a size is the best one at the critical batch: C / 6N, C twice the C_min of Table 6.</summary>
    public Answer<Tokens> OptimalTokens(NonEmbeddingWeights n)
    {
        var least = new MinimumCompute(Math.Pow(n.Count / SizeFactor, 1 / SizePower));
        var d = 2 * least.Flops / (6 * n.Count);
        return Answer<Tokens>.Of(new(d), Info.Range.OfRun(n.Count, d), new(Info, Equations.OptimalTokens, n.Count));
    }

    /// <inheritdoc/>
    public ILossLaw LossLaw => this;

    /// <inheritdoc/>
    public ILossSurface? Surface => null;

    /// <inheritdoc/>
    public ParametricLaw? Parametric => null;

    /// <inheritdoc/>
    public Answer<Tokens> OptimalTokens(ModelSize model) => OptimalTokens(model.Weights);

    /// <summary>The size that keeps the allocation's own tokens at the threshold 4.4: above it the law contradicts itself.</summary>
    /// <remarks>At 0.2975 PF-days, 5.4e8 parameters.</remarks>
    public static MinimumCompute OwnThresholdCrossing { get; } =
        new(Math.Pow(TokensFactor / (ThresholdFactor * Math.Pow(SizeFactor, ThresholdPower)), 1 / ((SizePower * ThresholdPower) - TokensPower)));

    /// <summary>Where L(D(C_min)) of the allocation's tokens meets L(C_min): the laws must fail before (eq. 6.8).</summary>
    /// <remarks>The paper prints 1e4 PF-days, 1e12 parameters, 1e12 tokens and 1.7 nats, each within an order of magnitude.</remarks>
    public static ContradictionPoint Contradiction { get; } = Meet(TokensFactor, TokensPower);

    /// <summary>The same with the tokens of eq. 6.7, 4e10 C^0.26, whose factor does not follow from Table 6.</summary>
    internal static ContradictionPoint ContradictionOfEquation67 { get; } = Meet(4e10, 0.26);

    // Eqs. 1.2 at D = k C^p and 1.3 are equal, solved for ln C.
    private static ContradictionPoint Meet(double factor, double exponent)
    {
        var log = ((ComputeAlpha * Math.Log(ComputeCc)) - (DataAlpha * Math.Log(DataDc / factor))) / (ComputeAlpha - (DataAlpha * exponent));
        var c = Math.Exp(log);
        return new(new(c), new(SizeAt(c)), new(factor * Math.Pow(c, exponent)), new(LossAt(c), ComputeSet));
    }

    private static double SizeAt(double petaflopDays) => SizeFactor * Math.Pow(petaflopDays, SizePower);

    private static double TokensAt(double petaflopDays) => TokensFactor * Math.Pow(petaflopDays, TokensPower);

    // The paper bounds N and D: a budget lies as far outside as its best run.
    private Extrapolation OutsideOf(MinimumCompute c) =>
        Info.Range.OfOptimum(c.Flops, SizeAt(c.PetaflopDays), TokensAt(c.PetaflopDays));
}

/// <summary>A compute-optimal run of Kaplan et al. 2020, Table 6.</summary>
/// <param name="Parameters">Its size.</param>
/// <param name="CriticalBatch">The batch that it stays far below.</param>
/// <param name="Steps">The fewest updates.</param>
/// <param name="Tokens">Its tokens, one epoch.</param>
public readonly record struct KaplanRun(
    NonEmbeddingWeights Parameters, BatchTokens CriticalBatch, MinimumSteps Steps, UniqueTokens Tokens);

/// <summary>The point beyond which Kaplan's laws contradict each other (eq. 6.8): a guard, uncertain by an order of magnitude.</summary>
/// <param name="Compute">C*.</param>
/// <param name="Parameters">N*.</param>
/// <param name="Tokens">D*.</param>
/// <param name="Loss">L*.</param>
public readonly record struct ContradictionPoint(
    MinimumCompute Compute, NonEmbeddingWeights Parameters, UniqueTokens Tokens, KaplanLoss Loss);
