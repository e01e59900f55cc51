using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

// Laws of one variable. Their constants differ from the joint fit's under the same names.
public sealed partial class Kaplan2020
{
    /// <summary>The loss of a size trained to convergence on unlimited data (eq. 1.1), in nats per token.</summary>
    public Answer<KaplanLoss> LossOfSize(NonEmbeddingWeights n) => Answer<KaplanLoss>.Of(
        new(Math.Pow(8.8e13 / n.Count, 0.076), "kaplan-2020 eq. 1.1"), Info.Range.OfParameters(n.Count));

    /// <summary>The early-stopped loss of a large model on a data set (eq. 1.2), in nats per token.</summary>
    public Answer<KaplanLoss> LossOfData(UniqueTokens unique) => Answer<KaplanLoss>.Of(
        new(Math.Pow(5.4e13 / unique.Count, 0.095), "kaplan-2020 eq. 1.2"), Info.Range.OfTokens(unique.Count));

    /// <summary>The loss of the best run for a compute budget (eq. 1.3), in nats per token. Figure 1 prints 2.3e8 for 3.1e8.</summary>
    public Answer<KaplanLoss> LossOfCompute(MinimumCompute c) => Answer<KaplanLoss>.Of(
        new(Math.Pow(3.1e8 / c.PetaflopDays, 0.050), "kaplan-2020 eq. 1.3"), Info.Range.OfCompute(c.Flops));

    /// <summary>The trend of loss over compute at a batch of 2^19 tokens (eq. 3.3): shown, not for prediction (footnote 2).</summary>
    public Answer<KaplanLoss> LossAtFixedBatch(TrainingFlops c) => Answer<KaplanLoss>.Of(
        new(Math.Pow(1.6e7 / c.PetaflopDays, 0.057), "kaplan-2020 eq. 3.3"), Info.Range.OfCompute(c.Flops));

    /// <summary>The rule of thumb for the learning rate (eq. D.1): shown, never recommended; the authors say it could be improved.</summary>
    public Answer<double> ShownLearningRate(NonEmbeddingWeights n)
    {
        var rate = 0.003239 - (0.0001395 * Math.Log(n.Count));
        return n.Count > 0 && rate <= 0
            ? Answer<double>.None("the rule breaks down above 1e10 parameters and is zero at 1.2e10")
            : Answer<double>.Of(rate, Info.Range.OfParameters(n.Count));
    }
}
