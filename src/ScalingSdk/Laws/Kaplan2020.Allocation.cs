using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

// The empirical allocation (sec. 6, Table 6). It contradicts eq. 4.4 above 0.3 PF-days: offered, never the default.
public sealed partial class Kaplan2020
{
    /// <summary>Size, critical batch, updates and tokens of the best run for a C_min (Table 6).</summary>
    public Answer<KaplanRun> Table6(MinimumCompute c) => Answer<KaplanRun>.Of(
        new(
            new(SizeAt(c.PetaflopDays)),
            new(2.0e6 * Math.Pow(c.PetaflopDays, 0.24)),
            new(5.4e3 * Math.Pow(c.PetaflopDays, 0.03)),
            new(TokensAt(c.PetaflopDays))),
        Info.Range.OfCompute(c.Flops));

    /// <summary>The best run for a budget spent at the critical batch: N of Table 6 at C_min = C/2, and the tokens that it leaves, C / 6N.</summary>
    /// <remarks>These tokens lie 11 % above Table 6's own fit of D, which does not spend the budget (eq. 6.7, sec. 6.3).</remarks>
    public Answer<OptimalRun> Allocate(TrainingFlops compute)
    {
        var n = SizeAt(MinimumCompute.AtCriticalBatch(compute).PetaflopDays);
        return Answer<OptimalRun>.Of(new(n, Info.Parameters, new(compute.Flops / (6 * n))), Info.Range.OfCompute(compute.Flops));
    }

    /// <summary>The tokens for which a size is the best one at the critical batch: C / 6N at N = 1.3e9 (C/2)^0.73.</summary>
    public Answer<Tokens> OptimalTokens(NonEmbeddingWeights n)
    {
        var least = new MinimumCompute(Math.Pow(n.Count / 1.3e9, 1 / 0.73));
        return Answer<Tokens>.Of(new(2 * least.Flops / (6 * n.Count)), Info.Range.OfParameters(n.Count));
    }

    /// <inheritdoc/>
    public Answer<Tokens> OptimalTokens(ModelSize model) => OptimalTokens(model.Weights);

    /// <summary>The size that keeps the allocation's own tokens at the threshold 4.4: above it the law contradicts itself.</summary>
    /// <remarks>2e10 C^0.27 = 5e3 (1.3e9 C^0.73)^0.74 at 0.2975 PF-days, 5.4e8 parameters.</remarks>
    public static MinimumCompute OwnThresholdCrossing { get; } =
        new(Math.Pow(2e10 / (5e3 * Math.Pow(1.3e9, 0.74)), 1 / ((0.73 * 0.74) - 0.27)));

    /// <summary>Where L(D(C_min)) of the allocation's tokens meets L(C_min): the laws must fail before (eq. 6.8).</summary>
    /// <remarks>The paper prints 1e4 PF-days, 1e12 parameters, 1e12 tokens and 1.7 nats, each within an order of magnitude.</remarks>
    public static ContradictionPoint Contradiction { get; } = Meet(2e10, 0.27);

    /// <summary>The same with the tokens of eq. 6.7, 4e10 C^0.26, whose factor does not follow from Table 6.</summary>
    internal static ContradictionPoint ContradictionOfEquation67 { get; } = Meet(4e10, 0.26);

    // (5.4e13 / (k C^p))^0.095 = (3.1e8 / C)^0.050, solved for ln C.
    private static ContradictionPoint Meet(double factor, double exponent)
    {
        var log = ((0.050 * Math.Log(3.1e8)) - (0.095 * Math.Log(5.4e13 / factor))) / (0.050 - (0.095 * exponent));
        var c = Math.Exp(log);
        return new(new(c), new(SizeAt(c)), new(factor * Math.Pow(c, exponent)), new(Math.Pow(3.1e8 / c, 0.050), "kaplan-2020 eq. 1.3"));
    }

    private static double SizeAt(double petaflopDays) => 1.3e9 * Math.Pow(petaflopDays, 0.73);

    private static double TokensAt(double petaflopDays) => 2e10 * Math.Pow(petaflopDays, 0.27);
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
