namespace ScalingSdk.Training;

/// <summary>What a run is: the first line of its log.</summary>
public sealed record RunStart
{
    /// <summary>The run's name, unique in its sweep: seeds of one setting have different names.</summary>
    public required string Name { get; init; }

    /// <summary>The parameters that a token passes through, embeddings included.</summary>
    public required double ActiveParameters { get; init; }

    /// <summary>The planned tokens.</summary>
    public required double PlannedTokens { get; init; }

    /// <summary>Distinct tokens of the data; null where every token is seen once.</summary>
    public double? UniqueTokens { get; init; }

    /// <summary>The seed of initialisation and data order.</summary>
    public long? Seed { get; init; }

    /// <summary>The peak learning rate.</summary>
    public double? LearningRate { get; init; }

    /// <summary>The data, by name: runs of two corpora are not fitted together.</summary>
    public string? Corpus { get; init; }

    /// <summary>What the run shares its errors with (a width, a machine): a fit may resample by it.</summary>
    public string? Group { get; init; }
}

/// <summary>A step in a log.</summary>
/// <param name="Step">The optimizer step.</param>
/// <param name="Tokens">The tokens seen, this step's included.</param>
/// <param name="Loss">Its training loss, in nats per token.</param>
/// <param name="BatchTokens">Its batch.</param>
/// <param name="LearningRate">Its learning rate.</param>
/// <param name="ValidationLoss">The validation loss after it, where one was measured.</param>
public sealed record RunPoint(long Step, double Tokens, double Loss, double? BatchTokens = null, double? LearningRate = null, double? ValidationLoss = null);

/// <summary>How a run ended: the one line of a log that a fit reads as a run.</summary>
/// <param name="Steps">Optimizer steps.</param>
/// <param name="Tokens">Tokens seen.</param>
/// <param name="Loss">The loss on text that was not trained on, in nats per token.</param>
/// <param name="Flops">The training compute where it is not 6 N D.</param>
public sealed record RunEnd(long Steps, double Tokens, double Loss, double? Flops = null);
