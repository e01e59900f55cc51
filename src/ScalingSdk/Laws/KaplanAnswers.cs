using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A loss under Kaplan's tokenizer: the only one that Kaplan's critical batch may be asked about.</summary>
/// <param name="NatsPerToken">The loss in nats per token.</param>
/// <param name="ConstantSet">Which of the paper's fits predicts it.</param>
public readonly record struct KaplanLoss(double NatsPerToken, string ConstantSet = "kaplan-2020 Table 2")
{
    /// <summary>The same loss, marked with its constants.</summary>
    public PredictedLoss Predicted => new(NatsPerToken, ConstantSet);
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

/// <summary>The best run over the best run of less compute.</summary>
/// <param name="Parameters">Size over size.</param>
/// <param name="Tokens">Tokens over tokens.</param>
public readonly record struct GrowthOfRun(double Parameters, double Tokens);
