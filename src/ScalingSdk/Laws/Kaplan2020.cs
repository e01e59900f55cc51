using ScalingSdk.Quantities;
using static ScalingSdk.Laws.KaplanEquations;
using Equations = ScalingSdk.Laws.KaplanEquations;

namespace ScalingSdk.Laws;

/// <summary>Kaplan et al. 2020, <i>Scaling Laws for Neural Language Models</i> (arXiv 2001.08361).</summary>
/// <remarks>
/// Non-embedding weights, unique tokens, compute adjusted to the critical batch (C_min), nats per token. Observed from 768 to
/// 1.5e9 parameters and from 2.2e7 to 2.29e10 tokens, with 10 % dropout and early stopping.
/// </remarks>
public sealed partial class Kaplan2020 : ICriticalBatchLaw, ILossLaw, IAllocationLaw
{
    private Kaplan2020()
    {
    }

    /// <summary>The law.</summary>
    public static Kaplan2020 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = Describe();

    /// <summary>Unique tokens from which a model trains to within the seed noise (2 %) of convergence (eq. 4.4).</summary>
    public Answer<UniqueTokens> Threshold(NonEmbeddingWeights n) =>
        Answer<UniqueTokens>.Of(
        new(ThresholdFactor * Math.Pow(n.Count, ThresholdPower)), Info.Range.OfParameters(n.Count), new(Info, Equations.Threshold, n.Count));

    /// <summary>Unique tokens at which the penalty is exactly this tolerance: 0.02 is 2 % (eq. 4.3 solved for D).</summary>
    public Answer<UniqueTokens> ThresholdAt(NonEmbeddingWeights n, double tolerance)
    {
        if (!Positive.Is(tolerance))
            return Answer<UniqueTokens>.None(NoTolerance);
        var unique = Dc * Math.Pow(n.Count / Nc, AlphaN / AlphaD) / Excess(tolerance);
        return Answer<UniqueTokens>.OfPositive(unique, new(unique), Info.Range.OfParameters(n.Count), new(Info, PenaltyForTokens, n.Count, tolerance));
    }

    /// <summary>The largest model for which these unique tokens are at the threshold (eq. 4.4 solved for N).</summary>
    public Answer<NonEmbeddingWeights> LargestModelFor(UniqueTokens unique)
    {
        var n = Math.Pow(unique.Count / ThresholdFactor, 1 / ThresholdPower);
        return Answer<NonEmbeddingWeights>.OfPositive(n, new(n), Info.Range.OfTokens(unique.Count), new(Info, ThresholdForSize, unique.Count));
    }

    /// <summary>The largest model whose penalty on these unique tokens is no more than this tolerance (eq. 4.3 solved for N).</summary>
    public Answer<NonEmbeddingWeights> LargestModelAt(UniqueTokens unique, double tolerance)
    {
        if (!Positive.Is(tolerance))
            return Answer<NonEmbeddingWeights>.None(NoTolerance);
        var n = Nc * Math.Pow(unique.Count / Dc * Excess(tolerance), AlphaD / AlphaN);
        return Answer<NonEmbeddingWeights>.OfPositive(
            n, new(n), Info.Range.OfTokens(unique.Count), new(Info, PenaltyForSize, tolerance, unique.Count));
    }

    /// <summary>Relative loss above that of unlimited data (eq. 4.3).</summary>
    public Answer<double> Penalty(NonEmbeddingWeights n, UniqueTokens unique)
    {
        var penalty = NearZero.PowerOfOnePlus(Math.Pow(n.Count / Nc, AlphaN / AlphaD) * (Dc / unique.Count), AlphaD);
        return Answer<double>.OfPositive(
            penalty, penalty, Info.Range.OfRun(n.Count, unique.Count), new(Info, Equations.Penalty, n.Count, unique.Count));
    }

    /// <summary>The early-stopped loss of a model on a data set (eq. 4.1), in nats per token.</summary>
    public Answer<KaplanLoss> Loss(NonEmbeddingWeights n, UniqueTokens unique) =>
        Answer<KaplanLoss>.Of(
        new(JointLossAt(n.Count, unique.Count)), Info.Range.OfRun(n.Count, unique.Count), new(Info, JointLoss, n.Count, unique.Count));

    /// <summary>The unique tokens from which this model overfits no more than the seed noise.</summary>
    public Answer<UniqueTokens> Threshold(ModelSize model) => Threshold(model.Weights);

    /// <summary>How far the best loss stays above that of unlimited data: 0.036 is 3.6 %.</summary>
    public Answer<double> Penalty(ModelSize model, UniqueTokens unique) => Penalty(model.Weights, unique);

    /// <summary>The count of non-embedding weights for which these tokens are at the threshold.</summary>
    public Answer<double> LargestModel(UniqueTokens unique) => LargestModelFor(unique).Select(static n => n.Count);

    /// <inheritdoc/>
    public Answer<PredictedLoss> Loss(ModelSize model, Tokens tokens) =>
        Loss(model.Weights, new UniqueTokens(tokens.Count)).Select(static loss => loss.Predicted);

    private static Derivation PenaltyForTokens => field ?? Once.Of(ref field, Equations.Penalty.SolvedFor(Symbol.D));
    private static Derivation PenaltyForSize => field ?? Once.Of(ref field, Equations.Penalty.SolvedFor(Symbol.N));
    private static Derivation ThresholdForSize => field ?? Once.Of(ref field, Equations.Threshold.SolvedFor(Symbol.N));

    private const string NoTolerance = "a tolerance is a positive finite part of the loss: 0.02 is 2 %";

    // (1 + t)^(1/alpha_D) - 1: the D_c term that costs a part t of the loss.
    private static double Excess(double tolerance) => NearZero.PowerOfOnePlus(tolerance, 1 / AlphaD);

    private static double JointLossAt(double n, double d) =>
        Math.Pow(Math.Pow(Nc / n, AlphaN / AlphaD) + (Dc / d), AlphaD);
}

/// <summary>A loss under Kaplan's tokenizer: the only one that Kaplan's critical batch may be asked about.</summary>
/// <param name="NatsPerToken">The loss in nats per token.</param>
/// <param name="ConstantSet">Which of the paper's fits predicts it.</param>
public readonly record struct KaplanLoss(double NatsPerToken, string ConstantSet = "kaplan-2020 Table 2")
{
    /// <summary>The same loss, marked with its constants.</summary>
    public PredictedLoss Predicted => new(NatsPerToken, ConstantSet);
}
