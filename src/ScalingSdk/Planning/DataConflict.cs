using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>
/// A size and unique tokens that no number of epochs reconciles: a single pass is too short for the size, and the unique tokens are
/// below the overfitting threshold, from which they may repeat. The plan then proposes no tokens.
/// </summary>
/// <param name="Unique">The unique tokens, as stated.</param>
/// <param name="Weights">Kaplan's count of the model.</param>
/// <param name="Threshold">The overfitting threshold of the size.</param>
/// <param name="ThresholdLaw">Whose it is.</param>
/// <param name="Optimal">The compute-optimal tokens of the size.</param>
/// <param name="OptimalLaw">Whose they are.</param>
/// <param name="Better">The best size and tokens over these unique tokens, at at most the compute-optimal compute of the stated size; null where no law says.</param>
public sealed record DataConflict(
    Stated<double> Unique, NonEmbeddingWeights Weights, UniqueTokens Threshold, string ThresholdLaw, Tokens Optimal, string OptimalLaw, (double Size, double Tokens)? Better);
