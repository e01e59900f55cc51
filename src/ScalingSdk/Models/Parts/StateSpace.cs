namespace ScalingSdk.Models.Parts;

/// <summary>A state-space layer of Mamba (Gu and Dao 2023, arXiv 2312.00752): a state for each inner channel.</summary>
/// <param name="Hidden">Width of the model.</param>
/// <param name="Inner">I: inner channels.</param>
/// <param name="StateSize">N: state of a channel.</param>
/// <param name="Rank">R: width from which the time step is projected.</param>
/// <param name="Kernel">Taps of the convolution.</param>
internal sealed record StateSpace(long Hidden, long Inner, long StateSize, long Rank, long Kernel) : Mixer(Hidden)
{
    public bool ConvolutionBias { get; init; } = true;

    /// <summary>True where the projections in and out have biases.</summary>
    public bool Bias { get; init; }

    /// <summary>True where the time step and both inputs of the state are normalized with gains (Jamba).</summary>
    public bool Norms { get; init; }

    public override string Name => "state space";

    // In (channels and gate), time step and inputs of the state, time step to channels, out.
    public override long Weights => checked(
        (2 * Hidden * Inner) + (Inner * (Rank + (2 * StateSize))) + (Rank * Inner) + (Inner * Hidden));

    // Convolution, bias of the time step, A, D.
    public override long Others => checked(
        (Inner * Kernel) + (ConvolutionBias ? Inner : 0) + Inner + (Inner * StateSize) + Inner
        + (Bias ? (2 * Inner) + Hidden : 0) + (Norms ? Rank + (2 * StateSize) : 0));

    public override long CachePerToken => 0;

    public override long CachePerSequence => checked(Inner * (StateSize + Kernel));

    // 7 I N is the scan as Megatron-LM counts it.
    public override long StateFlops => checked((7 * Inner * StateSize) + (2 * Kernel * Inner));
}

/// <summary>A state-space layer of Mamba 2 (Dao and Gu 2024, arXiv 2405.21060): heads with one decay each, inputs shared by groups.</summary>
/// <param name="Hidden">Width of the model.</param>
/// <param name="Inner">I: inner channels, heads times their width.</param>
/// <param name="Heads">H: heads.</param>
/// <param name="StateSize">N: state of a channel.</param>
/// <param name="Groups">G: groups of heads that share the inputs of the state.</param>
/// <param name="Kernel">Taps of the convolution.</param>
internal sealed record StateSpaceDuality(long Hidden, long Inner, long Heads, long StateSize, long Groups, long Kernel) : Mixer(Hidden)
{
    public bool ConvolutionBias { get; init; } = true;

    /// <summary>True where the projections in and out have biases.</summary>
    public bool Bias { get; init; }

    /// <summary>True where a gated norm follows (all but Falcon-H1).</summary>
    public bool Norm { get; init; } = true;

    public override string Name => "state space";

    public override long Weights => checked((Hidden * (Inner + Convolved + Heads)) + (Inner * Hidden));

    // Convolution; bias of the time step, A and D of each head; the norm.
    public override long Others => checked(
        (Convolved * Kernel) + (ConvolutionBias ? Convolved : 0) + (3 * Heads) + (Norm ? Inner : 0)
        + (Bias ? Inner + Convolved + Heads + Hidden : 0));

    public override long CachePerToken => 0;

    public override long CachePerSequence => checked((Inner * StateSize) + (Convolved * Kernel));

    // The scan's recurrent count, as Megatron-LM has it for both generations; the chunked form does more arithmetic.
    public override long StateFlops => checked((7 * Inner * StateSize) + (2 * Kernel * Convolved));

    private long Convolved => checked(Inner + (2 * Groups * StateSize));
}
