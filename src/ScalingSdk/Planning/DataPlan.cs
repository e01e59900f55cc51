using ScalingSdk.Laws;
using ScalingSdk.Models;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>What the laws say of a run's tokens for its size: the data verdict reads it, and computes nothing.</summary>
public sealed record DataPlan
{
    /// <summary>Where the spec states the tokens that the verdict is about.</summary>
    public required SourceSpan Origin { get; init; }

    /// <summary>Distinct tokens, stated or assumed to equal the tokens.</summary>
    public required UniqueTokens Unique { get; init; }

    /// <summary>True where the spec does not state the unique tokens.</summary>
    public required bool UniqueAssumed { get; init; }

    /// <summary>The unique tokens as the spec writes them.</summary>
    public required string UniqueText { get; init; }

    /// <summary>Tokens processed, over all epochs.</summary>
    public required Tokens Tokens { get; init; }

    /// <summary>Kaplan's count of the model, active where routed.</summary>
    public required NonEmbeddingWeights Weights { get; init; }

    /// <summary>The overfitting law's id.</summary>
    public required string Law { get; init; }

    /// <summary>Unique tokens that the overfitting law asks for.</summary>
    public required UniqueTokens Threshold { get; init; }

    /// <summary>How far the best loss stays above that of unlimited data: 0.036 is 3.6 %.</summary>
    public required double Penalty { get; init; }

    /// <summary>The largest model for these unique tokens, in the overfitting law's convention.</summary>
    public required NonEmbeddingWeights LargestModel { get; init; }

    /// <summary>The allocation law's id.</summary>
    public required string AllocationLaw { get; init; }

    /// <summary>The tokens for which the model is the compute-optimal size.</summary>
    public required Tokens OptimalTokens { get; init; }

    /// <summary>The share of this run's compute that the cheapest run to the same loss would save.</summary>
    public required double ComputeSaved { get; init; }

    /// <summary>Tokens over unique tokens.</summary>
    public double Epochs => Tokens.Count / Unique.Count;

    internal string UniqueKind => UniqueAssumed ? "tokens (unique tokens are assumed to equal them)" : "unique tokens";
}
