namespace ScalingSdk.Models.Parts;

/// <summary>Mixes tokens by scores: what its matrices and its other parameters count, and how wide its scores and values are.</summary>
/// <param name="Hidden">Width of the model.</param>
/// <param name="Heads">Query heads.</param>
internal abstract record Attention(long Hidden, long Heads) : Mixer(Hidden)
{
    public override string Name => "attention";

    /// <summary>Heads of keys and values.</summary>
    public abstract long KeyHeads { get; }

    /// <summary>Width of one head's query.</summary>
    public abstract long QuerySize { get; }

    /// <summary>Over all heads, the width of a query-key product plus that of a value: FLOPs of one query with one key, once multiplied.</summary>
    public abstract long CoreWidth { get; }

    /// <summary>Keys that a token sees at most, itself included; null where it sees all of the sequence.</summary>
    public int? Window { get; init; }

    /// <summary>True where the window is not the last keys but those that an indexer chooses among all: the cache holds the whole sequence.</summary>
    public bool ChoosesKeys { get; init; }

    /// <summary>True where the window does not slide: tokens see those of their own chunk before them (Llama 4).</summary>
    public bool Chunked { get; init; }
}
