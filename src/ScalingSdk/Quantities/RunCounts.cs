namespace ScalingSdk.Quantities;

/// <summary>Tokens processed in training: every epoch counts.</summary>
public readonly record struct Tokens(double Count);

/// <summary>Distinct tokens of the data set: one epoch. The D of Kaplan et al. 2020, eq. 4.4.</summary>
public readonly record struct UniqueTokens(double Count)
{
    /// <summary>The tokens processed in one pass.</summary>
    public Tokens OnePass => new(Count);
}

/// <summary>Training compute in FLOP as 6 N D, N under the convention of the law that is asked.</summary>
public readonly record struct TrainingFlops(double Flops)
{
    /// <summary>One PF-day: 1e15 FLOP/s for 86,400 s (Kaplan et al. 2020, sec. 1.3).</summary>
    public const double PerPetaflopDay = 8.64e19;

    /// <summary>The same compute in PF-days.</summary>
    public double PetaflopDays => Flops / PerPetaflopDay;
}

/// <summary>Kaplan's C_min: the compute that the same loss would take at a batch far below the critical one.</summary>
/// <remarks>Kaplan et al. 2020, eq. 5.5: C_min = C / (1 + B / B_crit). It is half of C at the critical batch.</remarks>
public readonly record struct MinimumCompute(double PetaflopDays)
{
    /// <summary>The same compute in FLOP.</summary>
    public double Flops => PetaflopDays * TrainingFlops.PerPetaflopDay;

    /// <summary>C_min of a run at the critical batch size: C / 2 (sec. 6.3).</summary>
    public static MinimumCompute AtCriticalBatch(TrainingFlops compute) => new(compute.PetaflopDays / 2);
}

/// <summary>DeepSeek's C = M D: training compute in FLOP without embeddings, attention included.</summary>
/// <remarks>DeepSeek-AI 2024, sec. 3.1. It is not 6 N D: convert through a model whose M is known.</remarks>
public readonly record struct NonEmbeddingFlops(double Flops)
{
    /// <summary>The compute of a run of these tokens.</summary>
    public static NonEmbeddingFlops Of(NonEmbeddingFlopsPerToken scale, Tokens tokens) => new(scale.Flops * tokens.Count);
}

/// <summary>Tokens read and written over a model's lifetime of use.</summary>
public readonly record struct InferenceTokens(double Count);

/// <summary>Parameter updates as a run makes them.</summary>
public readonly record struct Steps(double Count);

/// <summary>Kaplan's S_min: the updates that the same loss would take at a batch far above the critical one.</summary>
/// <remarks>Kaplan et al. 2020, eq. 5.4: S_min = S / (1 + B_crit / B). It is half of S at the critical batch.</remarks>
public readonly record struct MinimumSteps(double Count);

/// <summary>A batch in tokens per step.</summary>
public readonly record struct BatchTokens(double Count)
{
    /// <summary>A batch of sequences, each of a stated length.</summary>
    public static BatchTokens OfSequences(double sequences, int sequenceLength) => new(sequences * sequenceLength);

    /// <summary>The same batch in sequences of a stated length.</summary>
    public double Sequences(int sequenceLength) => Count / sequenceLength;
}

/// <summary>A loss that one constant set predicts, in nats per token. Losses of two constant sets are not comparable.</summary>
public readonly record struct PredictedLoss(double NatsPerToken, string ConstantSet)
{
    /// <summary>How far this loss lies above another of the same constants: 0.02 is 2 %.</summary>
    /// <exception cref="ArgumentException">The other loss is of another constant set.</exception>
    public double Above(PredictedLoss other) => string.Equals(ConstantSet, other.ConstantSet, StringComparison.Ordinal)
        ? (NatsPerToken / other.NatsPerToken) - 1
        : throw new ArgumentException($"a loss of '{ConstantSet}' cannot be compared with one of '{other.ConstantSet}'", nameof(other));
}
