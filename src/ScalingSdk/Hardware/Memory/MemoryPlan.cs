namespace ScalingSdk.Hardware.Memory;

/// <summary>What of a run decides its memory, beside the model.</summary>
public sealed record MemoryPlan
{
    /// <summary>s: tokens of a sequence.</summary>
    public required int SequenceLength { get; init; }

    /// <summary>b: sequences that one device processes at once.</summary>
    public required double MicroBatchSequences { get; init; }

    /// <summary>Bytes of weights, gradients and states.</summary>
    public StatePrecision Precision { get; init; } = StatePrecision.Mixed;

    /// <summary>The optimizer.</summary>
    public Optimizer Optimizer { get; init; } = Optimizer.AdamW;

    /// <summary>What is computed again.</summary>
    public Recomputation Recomputation { get; init; } = Recomputation.Flash;

    /// <summary>True where what the layers keep is moved to the host until the backward pass: two layers' worth stay.</summary>
    public bool OffloadsActivations { get; init; }

    /// <summary>True where layers are compiled (torch.compile), false where not, null where it is not known: what the allocator reserves beyond what is used, and
    /// whether the activation of a gated feed-forward is kept. Where it is not known it is not: Megatron-Core, Transformer Engine and Liger fuse it too.</summary>
    public bool? Compiled { get; init; }

    /// <summary>In how many parts the logits are computed one after another; 1 for all at once.</summary>
    public int LogitChunks { get; init; } = 1;

    /// <summary>How the run is spread.</summary>
    public Parallelism Parallelism { get; init; } = Parallelism.None;

    internal void Check()
    {
        Require.Positive(SequenceLength, nameof(SequenceLength));
        Require.Positive(MicroBatchSequences, nameof(MicroBatchSequences));
        Require.Positive(Parallelism.TensorParallel, nameof(Parallelism.TensorParallel));
        Require.Positive(Parallelism.PipelineParallel, nameof(Parallelism.PipelineParallel));
        Require.Positive(Parallelism.DataParallel, nameof(Parallelism.DataParallel));
        Require.Positive(Parallelism.ContextParallel, nameof(Parallelism.ContextParallel));
        Require.Positive(Parallelism.ExpertParallel, nameof(Parallelism.ExpertParallel));
        Require.Positive(LogitChunks, nameof(LogitChunks));
        Require.Positive(Parallelism.InterleavedChunks, nameof(Parallelism.InterleavedChunks));
        Require.Between(Parallelism.ZeroStage, 0, 3, nameof(Parallelism.ZeroStage));
    }
}
