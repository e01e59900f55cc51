using ScalingSdk.Quantities;
using static ScalingSdk.Laws.KaplanEquations;

namespace ScalingSdk.Laws;

// Appendix B: the frontier that follows from the learning curves (Table 3) and the critical batch. Its exponents agree with
// Table 6, its factors differ by about 2.
public sealed partial class Kaplan2020
{
    private const string Unreachable = "a model of this size does not reach that loss with any compute";

    /// <summary>How far above its converged loss a compute-efficient run stops: alpha_N/alpha_S, about 10 % (eq. B.5).</summary>
    public static double StopAboveConverged => KaplanFrontier.StopAbove;

    /// <summary>Loss, size, updates and critical batch of the most efficient run for a C_min (eqs. B.2, B.6, B.9, B.10).</summary>
    public Answer<FrontierRun> Frontier(MinimumCompute c)
    {
        var part = c.Flops / KaplanFrontier.Cc;
        var loss = Math.Pow(part, -KaplanFrontier.AlphaC);
        var size = CurveNc * Math.Pow(part, KaplanFrontier.AlphaC / CurveAlphaN) * Math.Pow(1 + StopAboveConverged, 1 / CurveAlphaN);
        var steps = KaplanFrontier.Cc / (6 * CurveNc * BStar) * Math.Pow(1 + StopAboveConverged, -1 / CurveAlphaN)
            * Math.Pow(part, KaplanFrontier.AlphaC / AlphaS);
        return Answer<FrontierRun>.Of(
            new(new(loss, CurveSet), new(size), new(steps), new(BatchAt(loss))), OutsideOf(c), new(Info, KaplanFrontier.Loss, c.Flops));
    }

    /// <summary>Least compute to bring a size to a loss (eq. B.15).</summary>
    public Answer<MinimumCompute> ComputeFor(NonEmbeddingWeights n, KaplanLoss target)
    {
        var gap = target.NatsPerToken - ConvergedLoss(n.Count);
        if (!(gap > 0))
            return Answer<MinimumCompute>.None(Unreachable);
        var flops = 6 * BStar * Sc * n.Count / Math.Pow(target.NatsPerToken, 1 / AlphaB) * Math.Pow(gap, -1 / AlphaS);
        return Answer<MinimumCompute>.Of(
            new(flops / TrainingFlops.PerPetaflopDay), Info.Range.OfParameters(n.Count), new(Info, KaplanFrontier.ComputeFor, n.Count, target.NatsPerToken));
    }

    /// <summary>The loss of a size at a C_min (eq. B.3, implicit in the loss), in nats per token.</summary>
    public Answer<KaplanLoss> LossOf(NonEmbeddingWeights n, MinimumCompute c)
    {
        var outside = Info.Range.OfParameters(n.Count).And(Info.Range.OfCompute(c.Flops));
        if (!outside.IsSet)
            return Answer<KaplanLoss>.Of(default, outside, default);
        var converged = ConvergedLoss(n.Count);
        var log = Roots.OfFalling(new ImplicitLoss(n.Count, c.Flops), Math.Log(converged), Math.Log(converged) + 100);
        return Answer<KaplanLoss>.Of(new(Math.Exp(log), CurveSet), outside, new(Info, ComputeForLoss, n.Count, c.Flops));
    }

    /// <summary>A run that stops at a part f above its converged loss against one that reaches the same loss at f' (eqs. B.12 to B.14).</summary>
    public static Answer<RunRatio> StoppingAt(double above, double otherAbove)
    {
        var outside = LawRange.Any.OfRun(above, otherAbove);
        var size = Math.Pow((1 + above) / (1 + otherAbove), 1 / CurveAlphaN);
        var steps = Math.Pow((1 + (1 / above)) / (1 + (1 / otherAbove)), 1 / AlphaS);
        return Answer<RunRatio>.Of(new(size, steps, size * steps), outside, new(Law.Info, KaplanFrontier.SizeAtStop, above, otherAbove));
    }

    /// <summary>The price of a wrong size at the loss of the right one: compute and updates against N/N_eff (eqs. B.16 and B.17).</summary>
    public static Answer<RunRatio> WrongSize(double sizeOverEfficient)
    {
        var bracket = 1 + (AlphaS / CurveAlphaN * (1 - Math.Pow(sizeOverEfficient, -CurveAlphaN)));
        if (sizeOverEfficient > 0 && !(bracket > 0))
            return Answer<RunRatio>.None(Unreachable);
        var steps = Math.Pow(bracket, -1 / AlphaS);
        return Answer<RunRatio>.Of(
            new(sizeOverEfficient, steps, sizeOverEfficient * steps),
            LawRange.Any.OfParameters(sizeOverEfficient),
            new(Law.Info, KaplanFrontier.WrongSizeCompute, sizeOverEfficient));
    }

    private static Derivation ComputeForLoss => field ?? Once.Of(ref field, KaplanFrontier.ComputeFor.SolvedFor(Symbol.L));

    // The loss that the curve (B.3) gives, less the loss that is tried: it falls in it.
    private readonly struct ImplicitLoss(double n, double flops) : IFunction
    {
        public double At(double logLoss)
        {
            var loss = Math.Exp(logLoss);
            return ConvergedLoss(n) + Math.Pow(6 * BStar * Sc * n / (Math.Pow(loss, 1 / AlphaB) * flops), AlphaS) - loss;
        }
    }
}

/// <summary>The most efficient run for a compute budget (Kaplan et al. 2020, appendix B).</summary>
/// <param name="Loss">Its loss.</param>
/// <param name="Parameters">Its size.</param>
/// <param name="Steps">Its fewest updates.</param>
/// <param name="CriticalBatch">The critical batch at its loss.</param>
public readonly record struct FrontierRun(
    KaplanLoss Loss, NonEmbeddingWeights Parameters, MinimumSteps Steps, BatchTokens CriticalBatch);

/// <summary>One run over another that reaches the same loss.</summary>
/// <param name="Parameters">Size over size.</param>
/// <param name="Steps">Updates over updates.</param>
/// <param name="Compute">Compute over compute.</param>
public readonly record struct RunRatio(double Parameters, double Steps, double Compute);
