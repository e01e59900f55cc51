namespace ScalingSdk.Models.Parts;

/// <summary>Multi-head latent attention (DeepSeek-V2, arXiv 2405.04434): keys and values from one compressed vector.</summary>
/// <param name="Hidden">Width of the model.</param>
/// <param name="Heads">Query heads; each has its own key and value.</param>
/// <param name="QueryRank">Width of the compressed query, or null for a full projection.</param>
/// <param name="KeyValueRank">Width of the compressed key and value.</param>
/// <param name="PlainSize">Per head, the part of query and key without positions.</param>
/// <param name="RotarySize">Per head, the part of the query with positions; the key's is shared by all heads.</param>
/// <param name="ValueSize">Per head, the value.</param>
internal sealed record LatentAttention(
    long Hidden, long Heads, long? QueryRank, long KeyValueRank, long PlainSize, long RotarySize, long ValueSize) : Attention(Hidden, Heads)
{
    /// <summary>True where the two compressing projections and the output have biases.</summary>
    public bool Bias { get; init; }

    public override long KeyHeads => Heads;

    public override long QuerySize => checked(PlainSize + RotarySize);

    public override long CoreWidth => checked(Heads * (PlainSize + RotarySize + ValueSize));

    // The compressed key and value, and the key's part with positions.
    public override long CachePerToken => checked(KeyValueRank + RotarySize);

    public override long Weights => checked(Query
        + (Hidden * (KeyValueRank + RotarySize))
        + (KeyValueRank * Heads * (PlainSize + ValueSize))
        + (Heads * ValueSize * Hidden));

    // A norm on each compressed vector.
    public override long Others => checked((QueryRank ?? 0) + KeyValueRank
        + (Bias ? (QueryRank ?? 0) + KeyValueRank + RotarySize + Hidden : 0));

    private long Query => checked(QueryRank is { } rank
        ? (Hidden * rank) + (rank * Heads * (PlainSize + RotarySize))
        : Hidden * Heads * (PlainSize + RotarySize));
}
