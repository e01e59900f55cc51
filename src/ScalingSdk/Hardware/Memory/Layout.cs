namespace ScalingSdk.Hardware.Memory;

/// <summary>A way to spread a run over its devices that fits them, with what it is expected to cost.</summary>
public sealed record Layout
{
    /// <summary>How the run is spread.</summary>
    public required Parallelism Parallelism { get; init; }

    /// <summary>Sequences that one device processes at once.</summary>
    public required int MicroBatchSequences { get; init; }

    /// <summary>What is computed again.</summary>
    public required Recomputation Recomputation { get; init; }

    /// <summary>Memory of the most loaded device.</summary>
    public required TrainingMemory Memory { get; init; }

    /// <summary>The share of a step in which a pipeline's device waits: (p - 1) / (m + p - 1) with m micro-batches (Narayanan et al. 2021, arXiv 2104.04473).</summary>
    public required double Bubble { get; init; }

    /// <summary>The share of the best possible speed that is left: of the bubble, recomputation and communication.</summary>
    public required double Speed { get; init; }
}
