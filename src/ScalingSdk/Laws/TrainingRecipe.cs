using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A complete recipe of a published project for one model: what its training script takes, as far as it is known.</summary>
public sealed record TrainingRecipe
{
    /// <summary>The optimizer of the matrices, as a spec writes it.</summary>
    public required string Optimizer { get; init; }

    /// <summary>The tokens of the run.</summary>
    public required Tokens Tokens { get; init; }

    /// <summary>The batch.</summary>
    public required BatchTokens Batch { get; init; }

    /// <summary>The peak learning rate of the matrices; null where the recipe transfers a tuned one.</summary>
    public double? LearningRate { get; init; }

    /// <summary>The weight decay at the peak; null where it was not verified.</summary>
    public double? WeightDecay { get; init; }

    /// <summary>AdamW's beta1, or the momentum of Muon; null where it was not verified.</summary>
    public double? Beta1 { get; init; }

    /// <summary>AdamW's beta2; null for Muon and where it was not verified.</summary>
    public double? Beta2 { get; init; }

    /// <summary>How the batch grows, as a clause.</summary>
    public string BatchRamp { get; init; } = "not stated";

    /// <summary>How the learning rate runs after the warm-up, as a clause.</summary>
    public required string Schedule { get; init; }

    /// <summary>The steps of the warm-up; null where the recipe states none.</summary>
    public double? WarmupSteps { get; init; }

    /// <summary>The share of the run over which the rate falls; null where the recipe states none.</summary>
    public double? DecayShare { get; init; }

    /// <summary>The last learning rate over the peak; null where the recipe states none.</summary>
    public double? LastOverPeak { get; init; }

    /// <summary>True where the recipe states the last learning rate itself, which stays when the peak is moved.</summary>
    internal bool HasOwnLastRate { get; init; }

    /// <summary>What else the recipe sets and what it was moved by, a clause each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The parametrization whose rate it is, as a spec writes it.</summary>
    internal string Parametrization { get; init; } = "standard";

    /// <summary>The whole steps of the run.</summary>
    public double Steps => Math.Floor(Tokens.Count / Batch.Count);

    /// <summary>Where the batch comes from; default where it was given.</summary>
    internal Source BatchFrom { get; init; }

    /// <summary>How the batch comes about where no equation gives it as it stands.</summary>
    internal string BatchHow { get; init; } = "as the recipe states it";

    /// <summary>Where the learning rate comes from.</summary>
    internal Source RateFrom { get; init; }

    /// <summary>Where the weight decay comes from; default where the recipe states a number.</summary>
    internal Source DecayFrom { get; init; }

    /// <summary>The numbers of the recipe as one: finite and positive where all are.</summary>
    internal double Product => Tokens.Count * Batch.Count * (LearningRate ?? 1);
}
