using ScalingSdk.Diagnostics;
using ScalingSdk.Quantities;
using static ScalingSdk.Laws.KaplanEquations;
using static ScalingSdk.Text.NumberText;
using Equations = ScalingSdk.Laws.KaplanEquations;

namespace ScalingSdk.Laws;

/// <summary>Kaplan et al. 2020, <i>Scaling Laws for Neural Language Models</i> (arXiv 2001.08361).</summary>
/// <remarks>
/// Non-embedding weights, unique tokens, compute adjusted to the critical batch (C_min), nats per token. Observed from 768 to
/// 1.5e9 parameters and from 2.2e7 to 2.29e10 tokens, with 10 % dropout and early stopping.
/// </remarks>
public sealed class Kaplan2020 : ICriticalBatchLaw, ILossLaw, IAllocationLaw
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

    // Laws of one variable. Their constants differ from the joint fit's under the same names.

    /// <summary>The loss of a size trained to convergence on unlimited data (eq. 1.1), in nats per token.</summary>
    public Answer<KaplanLoss> LossOfSize(NonEmbeddingWeights n) => Answer<KaplanLoss>.Of(
        new(Math.Pow(SizeNc / n.Count, SizeAlpha), "kaplan-2020 eq. 1.1"), Info.Range.OfParameters(n.Count), new(Info, Equations.LossOfSize, n.Count));

    /// <summary>The early-stopped loss of a large model on a data set (eq. 1.2), in nats per token.</summary>
    public Answer<KaplanLoss> LossOfData(UniqueTokens unique) => Answer<KaplanLoss>.Of(
        new(Math.Pow(DataDc / unique.Count, DataAlpha), "kaplan-2020 eq. 1.2"), Info.Range.OfTokens(unique.Count), new(Info, Equations.LossOfData, unique.Count));

    /// <summary>The loss of the best run for a compute budget (eq. 1.3), in nats per token. Figure 1 prints 2.3e8 for 3.1e8.</summary>
    public Answer<KaplanLoss> LossOfCompute(MinimumCompute c) => Answer<KaplanLoss>.Of(
        new(LossAt(c.PetaflopDays), ComputeSet), OutsideOf(c), new(Info, Equations.LossOfCompute, c.PetaflopDays));

    /// <summary>The trend of loss over compute at a batch of 2^19 tokens (eq. 3.3): shown, not for prediction (footnote 2).</summary>
    public Answer<KaplanLoss> LossAtFixedBatch(TrainingFlops c) => Answer<KaplanLoss>.Of(
        new(Math.Pow(FixedBatchCc / c.PetaflopDays, FixedBatchAlpha), "kaplan-2020 eq. 3.3"),
        Info.Range.OfCompute(c.Flops),
        new(Info, Equations.LossAtFixedBatch, c.PetaflopDays));

    /// <summary>The rule of thumb for the learning rate (eq. D.1): shown, never recommended; the authors say it could be improved.</summary>
    public Answer<double> ShownLearningRate(NonEmbeddingWeights n)
    {
        var rate = RateIntercept - (RateSlope * Math.Log(n.Count));
        return n.Count > 0 && rate <= 0
            ? Answer<double>.None(NoRate)
            : Answer<double>.Of(rate, Info.Range.OfParameters(n.Count), new(Info, ShownRate, n.Count));
    }

    private const string NoRate = "the rule breaks down above 1e10 parameters and is zero at 1.2e10";

    private const string ComputeSet = "kaplan-2020 eq. 1.3";

    private static double LossAt(double petaflopDays) => Math.Pow(ComputeCc / petaflopDays, ComputeAlpha);

    // Learning curves on unlimited data, after the warmup (sec. 5.3 and Table 3).

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

    // The critical batch and the adjustments to it (sec. 5.1 and 5.2).

    /// <summary>The critical batch at a loss of Kaplan's own (eq. 5.3): twice the fewest steps, twice the least compute.</summary>
    public Answer<BatchTokens> CriticalBatch(KaplanLoss loss)
    {
        var batch = BatchAt(loss.NatsPerToken);
        return Answer<BatchTokens>.OfPositive(batch, new(batch), LawRange.Any.OfTokens(loss.NatsPerToken), new(Info, Equations.CriticalBatch, loss.NatsPerToken));
    }

    /// <inheritdoc/>
    public Answer<BatchTokens> CriticalBatch(ModelSize model, Tokens tokens)
    {
        var loss = JointLossAt(model.Weights.Count, tokens.Count);
        return Answer<BatchTokens>.Of(
            new(BatchAt(loss)), Info.Range.OfRun(model.Weights.Count, tokens.Count), new(Info, Equations.CriticalBatch, loss));
    }

    /// <summary>S_min = S / (1 + B_crit/B): the fewest updates to the same loss (eq. 5.4).</summary>
    public static Answer<MinimumSteps> Fewest(Steps steps, BatchTokens batch, BatchTokens critical)
    {
        var fewest = steps.Count / (1 + (critical.Count / batch.Count));
        return Answer<MinimumSteps>.OfPositive(fewest, new(fewest), AllPositive(steps.Count, batch, critical), new(Law.Info, Equations.Fewest, steps.Count, batch.Count, critical.Count));
    }

    /// <summary>S = S_min (1 + B_crit/B): the updates that a batch takes (eq. 5.4 solved for S).</summary>
    public static Answer<Steps> Taken(MinimumSteps fewest, BatchTokens batch, BatchTokens critical)
    {
        var taken = fewest.Count * (1 + (critical.Count / batch.Count));
        return Answer<Steps>.OfPositive(taken, new(taken), AllPositive(fewest.Count, batch, critical), new(Law.Info, FewestForSteps, fewest.Count, batch.Count, critical.Count));
    }

    /// <summary>C_min = C / (1 + B/B_crit): the least compute to the same loss (eq. 5.5).</summary>
    public static Answer<MinimumCompute> Least(TrainingFlops compute, BatchTokens batch, BatchTokens critical)
    {
        var least = compute.PetaflopDays / (1 + (batch.Count / critical.Count));
        return Answer<MinimumCompute>.OfPositive(least, new(least), AllPositive(compute.Flops, batch, critical), new(Law.Info, Equations.Least, compute.PetaflopDays, batch.Count, critical.Count));
    }

    /// <summary>C = C_min (1 + B/B_crit): the compute that a batch takes (eq. 5.5 solved for C).</summary>
    public static Answer<TrainingFlops> Spent(MinimumCompute least, BatchTokens batch, BatchTokens critical)
    {
        var spent = least.Flops * (1 + (batch.Count / critical.Count));
        return Answer<TrainingFlops>.OfPositive(spent, new(spent), AllPositive(least.Flops, batch, critical), new(Law.Info, LeastForCompute, least.PetaflopDays, batch.Count, critical.Count));
    }

    private static Derivation FewestForSteps => field ?? Once.Of(ref field, Equations.Fewest.SolvedFor(Symbol.S));
    private static Derivation LeastForCompute => field ?? Once.Of(ref field, Equations.Least.SolvedFor(Equations.Least.Inputs[0]));

    private static double BatchAt(double loss) => BStar / Math.Pow(loss, 1 / AlphaB);

    private static Extrapolation AllPositive(double amount, BatchTokens batch, BatchTokens critical) =>
        LawRange.Any.OfRun(amount, batch.Count).And(LawRange.Any.OfTokens(critical.Count));

    // The empirical allocation (sec. 6, Table 6). It contradicts eq. 4.4 above 0.3 PF-days: offered, never the default.

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

    // Appendix B: the frontier that follows from the learning curves (Table 3) and the critical batch. Its exponents agree with
    // Table 6, its factors differ by about 2.

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

    // The rules of thumb of the paper, as ratios of its laws.

    /// <summary>How much the critical batch grows as the loss falls: it doubles for every 13 % (eq. 5.3).</summary>
    public static Answer<double> BatchGrowth(KaplanLoss to, KaplanLoss from) => Answer<double>.Of(
        Math.Pow(to.NatsPerToken / from.NatsPerToken, -1 / AlphaB),
        LawRange.Any.OfRun(to.NatsPerToken, from.NatsPerToken),
        new(Law.Info, Equations.BatchGrowth, to.NatsPerToken, from.NatsPerToken));

    /// <summary>How much more unique data a larger model needs: 8 times the size needs about 5 times the data (eq. 4.4).</summary>
    public static Answer<double> DataGrowth(NonEmbeddingWeights to, NonEmbeddingWeights from) => Answer<double>.Of(
        Math.Pow(to.Count / from.Count, ThresholdPower),
        Law.Info.Range.OfParameters(to.Count).And(Law.Info.Range.OfParameters(from.Count)),
        new(Law.Info, Equations.DataGrowth, to.Count, from.Count));

    /// <summary>How the best run grows with compute: 10 times the compute takes 5.4 times the parameters and 1.9 times the tokens (Table 6).</summary>
    public static Answer<GrowthOfRun> OptimumGrowth(double computeRatio) => Answer<GrowthOfRun>.Of(
        new(Math.Pow(computeRatio, SizePower), Math.Pow(computeRatio, TokensPower)),
        LawRange.Any.OfCompute(computeRatio),
        new(Law.Info, Equations.SizeGrowth, computeRatio));

    private const string AllocationBias =
        "warmup, decay and the uncounted head bias the allocation towards size (porian-2024, pearce-2024)";

    private static LawInfo Describe() => new()
    {
        Id = "kaplan-2020",
        Paper = "Kaplan et al. 2020, Scaling Laws for Neural Language Models",
        ArXiv = "2001.08361",
        ConstantSet = "kaplan-2020 Table 2",
        Parameters = ParameterConvention.NonEmbeddingWeights,
        Compute = ComputeConvention.Minimum,
        WhyNoneAt = static at => at.TryGetValue(Symbol.Rate.Name, out var rate) && rate <= 0 ? NoRate : null,
        Range = new LawRange(new Bounds(768, 1.5e9), new Bounds(2.2e7, 2.29e10), Bounds.Any),
        Answers = LawQuestions.Overfitting | LawQuestions.CriticalBatch | LawQuestions.Loss | LawQuestions.Allocation,
        Equations = new Deferred<Equation>(KaplanEquations.All),
        Facts =
        [
            "eq. 3.3 is the naive trend at a fixed batch: shown, not for prediction; C of Table 6 is C_min",
            "models below 1e9 parameters train with minimal overfitting on 22B tokens: that many suffice, fewer may do (sec. 4.2)",
            "the loss of the allocation's tokens meets that of its compute at about 1e4 PF-days, 1e12 parameters, 1e12 tokens and 1.7 nats, each within an order of magnitude: the laws fail before (eq. 6.8)",
            "at equal size the loss varies a few percent with shape: the aspect ratio may vary 40-fold (Fig. 5)",
            "(6, 4288) lies within 3 % of (48, 1600) in layers and width (Fig. 5)",
            "only models of fewer than 2 layers or of extreme proportions deviate once embeddings are excluded (Fig. 6)",
            "on another distribution the loss is the training one plus a nearly constant offset, whatever the training time (sec. 3.2.2)",
            "larger models reach the same loss with fewer steps and tokens, about 100-fold from smallest to largest (Figs. 2, 4, 19)",
        ],
        Caveats =
        [
            "4.4 bounds the excess of the early-stopped loss over unlimited data at 2 %; it does not predict a rise of the loss",
            "D is unique tokens, trained for many epochs with 10 % dropout; regularisation was not optimised",
            "the law's own allocation contradicts 4.4 above 0.3 PF-days, so it is never the default",
            "the fit is poor near 2e7 tokens, where an epoch is 40 updates",
            AllocationBias,
        ],
        OfBudget = static compute =>
            $"kaplan-2020 contradicts its own threshold above 0.3 PF-days and itself about {Compact(Contradiction.Compute.PetaflopDays)} PF-days of C_min; "
            + $"this run has {Compact(MinimumCompute.AtCriticalBatch(compute).PetaflopDays)}",
        WhyApart =
        [
            new(LawQuestions.Allocation, AllocationBias),
            new(LawQuestions.CriticalBatch, "its critical batch follows the loss that is reached, L^-4.76, on WebText2"),
        ],
    };
}
