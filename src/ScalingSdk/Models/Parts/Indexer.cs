namespace ScalingSdk.Models.Parts;

/// <summary>Chooses the few keys that an attention looks at (DeepSeek sparse attention, DeepSeek-V3.2).</summary>
/// <param name="Hidden">Width of the model.</param>
/// <param name="QueryRank">Width of the attention's compressed query, which the indexer's queries come from.</param>
/// <param name="Heads">Heads of its queries; they share one key.</param>
/// <param name="HeadSize">Width of one head.</param>
internal sealed record Indexer(long Hidden, long QueryRank, long Heads, long HeadSize) : Part
{
    public override string Name => "indexer";

    /// <summary>The width of its query-key products over all heads: it scores every key.</summary>
    public long CoreWidth => checked(Heads * HeadSize);

    public long CachePerToken => HeadSize;

    // Queries, one key, and a weight for each head.
    public override long Weights => checked((QueryRank * Heads * HeadSize) + (Hidden * HeadSize) + (Hidden * Heads));

    // A LayerNorm with bias on the key.
    public override long Others => checked(2 * HeadSize);
}
