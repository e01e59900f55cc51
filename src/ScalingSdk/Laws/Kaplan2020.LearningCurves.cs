using ScalingSdk.Quantities;
using static ScalingSdk.Laws.KaplanEquations;
using Equations = ScalingSdk.Laws.KaplanEquations;

namespace ScalingSdk.Laws;

// Learning curves on unlimited data, after the warmup (sec. 5.3 and Table 3).
public sealed partial class Kaplan2020
{
    private static Derivation CurveForSteps => field ?? Once.Of(ref field, LearningCurve.SolvedFor(Symbol.LeastS));

    private const string CurveSet = "kaplan-2020 Table 3";

    /// <summary>The loss after these updates at a batch far above the critical one (eq. 5.6), in nats per token.</summary>
    /// <remarks>The loss inside a run: <see cref="Loss(NonEmbeddingWeights, UniqueTokens)"/> is that of its end.</remarks>
    public Answer<KaplanLoss> LossAfter(NonEmbeddingWeights n, MinimumSteps s) => Answer<KaplanLoss>.Of(
        new(ConvergedLoss(n.Count) + Math.Pow(Sc / s.Count, AlphaS), CurveSet),
        Info.Range.OfParameters(n.Count).And(LawRange.Any.OfTokens(s.Count)),
        new(Info, LearningCurve, n.Count, s.Count));

    /// <summary>The fewest updates to a loss inside a run (eq. 5.6 solved for S_min).</summary>
    public Answer<MinimumSteps> UpdatesTo(NonEmbeddingWeights n, KaplanLoss loss)
    {
        var gap = loss.NatsPerToken - ConvergedLoss(n.Count);
        return gap > 0
            ? Answer<MinimumSteps>.Of(new(Sc / Math.Pow(gap, 1 / AlphaS)), Info.Range.OfParameters(n.Count), new(Info, CurveForSteps, n.Count, loss.NatsPerToken))
            : Answer<MinimumSteps>.None(Unreachable);
    }

    /// <summary>A lower bound and rough estimate of the updates after which the loss on limited data stops falling (eq. 5.7).</summary>
    public Answer<MinimumSteps> EarliestStop(NonEmbeddingWeights n, UniqueTokens unique)
    {
        var gap = JointLossAt(n.Count, unique.Count) - Math.Pow(Nc / n.Count, AlphaN);
        return gap > 0
            ? Answer<MinimumSteps>.Of(new(Sc / Math.Pow(gap, 1 / AlphaS)), Info.Range.OfRun(n.Count, unique.Count), new(Info, Equations.EarliestStop, n.Count, unique.Count))
            : Answer<MinimumSteps>.None("with so many unique tokens the loss of the size equals that of unlimited data: nothing stops early");
    }

    // L(N, infinity) of Table 3.
    private static double ConvergedLoss(double n) => Math.Pow(CurveNc / n, CurveAlphaN);
}
