using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A complete recipe of a published project for one size: every number that its training script takes.</summary>
public sealed record TrainingRecipe
{
    /// <summary>The optimizer of the matrices.</summary>
    public required string Optimizer { get; init; }

    /// <summary>The tokens of the run.</summary>
    public required Tokens Tokens { get; init; }

    /// <summary>The batch.</summary>
    public required BatchTokens Batch { get; init; }

    /// <summary>The peak learning rate of the matrices.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The weight decay at the peak.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>The optimizer's beta2 (AdamW), or the momentum that it settles at (Muon).</summary>
    public required double Beta2 { get; init; }

    /// <summary>The share of the run that warms up.</summary>
    public required double WarmupShare { get; init; }

    /// <summary>The share of the run over which the rate falls.</summary>
    public required double DecayShare { get; init; }

    /// <summary>The last learning rate over the peak.</summary>
    public required double LastOverPeak { get; init; }

    /// <summary>The whole steps of the run.</summary>
    public double Steps => Math.Floor(Tokens.Count / Batch.Count);
}
