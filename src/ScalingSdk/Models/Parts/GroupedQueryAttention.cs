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

/// <summary>Which projections of keys and values an attention has.</summary>
internal enum KeyValueSource
{
    /// <summary>One of keys and one of values.</summary>
    Own,

    /// <summary>One alone: keys serve as values too (Gemma 4).</summary>
    OneForBoth,

    /// <summary>None: keys and values are those of an earlier layer.</summary>
    OfAnotherLayer,
}

/// <summary>Multi-head attention; with fewer key-value heads grouped-query, with one multi-query attention.</summary>
internal sealed record GroupedQueryAttention(long Hidden, long Heads, long KeyValueHeads, long HeadSize) : Attention(Hidden, Heads)
{
    public AttentionBias Bias { get; init; }

    /// <summary>Gains (and biases) of norms on queries and keys.</summary>
    public long QueryKeyNorms { get; init; }

    /// <summary>True where a gate, projected with the query, multiplies what attention gives (Qwen3-Next).</summary>
    public bool Gated { get; init; }

    /// <summary>True where each head has a learned score for attending to nothing (gpt-oss).</summary>
    public bool Sinks { get; init; }

    public KeyValueSource KeyValues { get; init; }

    /// <summary>True where it has keys and values of its own that inference does not keep: it reads those of an earlier layer (Gemma 3n).</summary>
    public bool ReadsOtherCache { get; init; }

    /// <summary>Width of what it reads, where that is not the model's: Zamba 2 reads the embedding beside the state, T5Gemma the encoder's.</summary>
    public long? KeyValueInput { get; init; }

    /// <summary>The same for queries.</summary>
    public long? QueryInput { get; init; }

    public override long KeyHeads => KeyValueHeads;

    public override long QuerySize => HeadSize;

    public override long CoreWidth => checked(2 * Heads * HeadSize);

    public override long Weights => checked(
        ((Gated ? 2 : 1) * (QueryInput ?? Hidden) * Heads * HeadSize) + (KeyValueProjections * (KeyValueInput ?? Hidden) * KeyValueHeads * HeadSize)
        + (Heads * HeadSize * Hidden));

    public override long Others => checked(Biases + QueryKeyNorms + (Sinks ? Heads : 0));

    public override long CachePerToken => checked(ReadsOtherCache || KeyValues == KeyValueSource.OfAnotherLayer ? 0 : 2 * KeyValueHeads * HeadSize);

    private int KeyValueProjections => KeyValues switch { KeyValueSource.Own => 2, KeyValueSource.OneForBoth => 1, _ => 0 };

    private long Biases => checked(
        ((Bias & AttentionBias.QueryKeyValue) != AttentionBias.None ? (((Gated ? 2 : 1) * Heads) + (KeyValueProjections * KeyValueHeads)) * HeadSize : 0)
        + ((Bias & AttentionBias.Output) != AttentionBias.None ? Hidden : 0));
}
