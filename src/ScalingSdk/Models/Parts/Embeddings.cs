namespace ScalingSdk.Models.Parts;

/// <summary>The tables that turn tokens, and where learned their positions and types, into vectors.</summary>
/// <param name="Vocabulary">Rows of the token table, padding included.</param>
/// <param name="Width">Width of the token table.</param>
internal sealed record Embeddings(long Vocabulary, long Width)
{
    /// <summary>Elements of the table of learned positions; 0 where positions are rotary, relative or ALiBi.</summary>
    public long Positions { get; init; }

    /// <summary>Elements of the table of token types (BERT).</summary>
    public long Types { get; init; }

    /// <summary>Elements of the tables that give each layer a vector of its own (Gemma 3n), and of a second token table (T5Gemma).</summary>
    public long Further { get; init; }

    public long Tokens => checked(Vocabulary * Width);

    public long Count => checked(Tokens + Positions + Types + Further);
}
