using ScalingSdk.Quantities;
using static ScalingSdk.Laws.KaplanEquations;
using Equations = ScalingSdk.Laws.KaplanEquations;

namespace ScalingSdk.Laws;

// Laws of one variable. Their constants differ from the joint fit's under the same names.
public sealed partial class Kaplan2020
{
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
            ? Answer<double>.None("the rule breaks down above 1e10 parameters and is zero at 1.2e10")
            : Answer<double>.Of(rate, Info.Range.OfParameters(n.Count), new(Info, ShownRate, n.Count));
    }

    private const string ComputeSet = "kaplan-2020 eq. 1.3";

    private static double LossAt(double petaflopDays) => Math.Pow(ComputeCc / petaflopDays, ComputeAlpha);
}
