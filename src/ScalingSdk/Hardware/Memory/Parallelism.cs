namespace ScalingSdk.Hardware.Memory;

/// <summary>How a run is spread over devices.</summary>
public sealed record Parallelism
{
    /// <summary>One device.</summary>
    public static Parallelism None { get; } = new();

    /// <summary>t: over how many devices each matrix is split.</summary>
    public int TensorParallel { get; init; } = 1;

    /// <summary>p: over how many stages the layers are split.</summary>
    public int PipelineParallel { get; init; } = 1;

    /// <summary>N_d: how many copies of the model process different data.</summary>
    public int DataParallel { get; init; } = 1;

    /// <summary>What the copies share out: 0 nothing, 1 optimizer states, 2 gradients too, 3 weights too (FSDP).</summary>
    public int ZeroStage { get; init; }

    /// <summary>True where norms and residuals are split over the tensor-parallel devices too.</summary>
    public bool SequenceParallel { get; init; }

    /// <summary>c: over how many devices each sequence is split; they share out the model's states with the copies.</summary>
    public int ContextParallel { get; init; } = 1;

    /// <summary>e: over how many of the copies the routed experts are spread.</summary>
    public int ExpertParallel { get; init; } = 1;

    /// <summary>m: model chunks of each pipeline device under the interleaved schedule; 1 under the plain one.</summary>
    public int InterleavedChunks { get; init; } = 1;

    /// <summary>All devices: t p c N_d.</summary>
    public double Devices => (double)TensorParallel * PipelineParallel * ContextParallel * DataParallel;

    /// <summary>How many devices share out states of what all of them have: c N_d.</summary>
    internal double Sharers => (double)ContextParallel * DataParallel;

    /// <summary>The same of routed experts, of which each has a part already.</summary>
    internal double ExpertSharers => Math.Max(1, Sharers / ExpertParallel);

    /// <summary>What the first pipeline stage holds, in layers' worth of activations per layer of the model.</summary>
    /// <remarks>p micro-batches of L/p layers; interleaved 1 + (p - 1) / (p m) times that (Korthikanti et al. 2022, sec. 4.2.3).</remarks>
    internal double PipelineFactor => InterleavedChunks <= 1
        ? 1
        : 1 + ((PipelineParallel - 1.0) / ((double)PipelineParallel * InterleavedChunks));
}
