namespace ScalingSdk.Models.Parts;

/// <summary>Which projections of an attention have biases.</summary>
[Flags]
internal enum AttentionBias
{
    None = 0,
    QueryKeyValue = 1,
    Output = 2,
    All = QueryKeyValue | Output,
}

/// <summary>Multi-head attention; with fewer key-value heads grouped-query, with one multi-query attention.</summary>
internal sealed record GroupedQueryAttention(long Hidden, long Heads, long KeyValueHeads, long HeadSize) : Attention(Hidden, Heads)
{
    public AttentionBias Bias { get; init; }

    /// <summary>Gains (and biases) of norms on queries and keys.</summary>
    public long QueryKeyNorms { get; init; }

    public override long KeyHeads => KeyValueHeads;

    public override long QuerySize => HeadSize;

    public override long CoreWidth => checked(2 * Heads * HeadSize);

    public override long Weights => checked((2 * Hidden * Heads * HeadSize) + (2 * Hidden * KeyValueHeads * HeadSize));

    public override long Others => checked(Biases + QueryKeyNorms);

    private long Biases => checked(
        (Bias.HasFlag(AttentionBias.QueryKeyValue) ? (Heads + (2 * KeyValueHeads)) * HeadSize : 0)
        + (Bias.HasFlag(AttentionBias.Output) ? Hidden : 0));
}
