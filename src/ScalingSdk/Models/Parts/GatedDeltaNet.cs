namespace ScalingSdk.Models.Parts;

/// <summary>A gated delta net (Yang et al. 2024, arXiv 2412.06464) as Qwen3-Next has it: a state of keys by values for each head.</summary>
/// <param name="Hidden">Width of the model.</param>
/// <param name="KeyHeads">Heads of queries and keys.</param>
/// <param name="KeySize">Width of one.</param>
/// <param name="ValueHeads">Heads of values and states.</param>
/// <param name="ValueSize">Width of one.</param>
/// <param name="Kernel">Taps of the convolution on queries, keys and values.</param>
internal sealed record GatedDeltaNet(long Hidden, long KeyHeads, long KeySize, long ValueHeads, long ValueSize, long Kernel) : Mixer(Hidden)
{
    public override string Name => "gated delta net";

    // Queries, keys, values and their gate; the decay and the rate of each head; out.
    public override long Weights => checked((Hidden * 2 * (Keys + Values)) + (2 * Hidden * ValueHeads) + (Values * Hidden));

    // Convolution, A and bias of the time step, the norm of a head's width.
    public override long Others => checked((Kernel * Convolved) + (2 * ValueHeads) + ValueSize);

    public override long CachePerToken => 0;

    public override long CachePerSequence => checked((ValueHeads * KeySize * ValueSize) + (Kernel * Convolved));

    // The recurrent count: decay, read, write and query of the state at 2 FLOPs each.
    public override long StateFlops => checked((8 * ValueHeads * KeySize * ValueSize) + (2 * Kernel * Convolved));

    private long Keys => checked(KeyHeads * KeySize);

    private long Values => checked(ValueHeads * ValueSize);

    private long Convolved => checked((2 * Keys) + Values);
}
