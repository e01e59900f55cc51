namespace ScalingSdk;

/// <summary>
/// Marks a type that holds the sizes of a model: a record, a class or struct with properties, a static class of constants, or a model
/// with a constructor. Every construction of it is folded and checked where it is written, with the rules of a spec; of a static class,
/// its constants. Members are known by the names that training code uses: <c>NLayer</c>, <c>n_embd</c>, <c>BlockSize</c>, <c>BatchSize</c>.
/// The properties below state what the type does not; they have no effect where a construction states the same.
/// </summary>
/// <param name="architecture">The architecture by its Hugging Face name: <c>gpt2</c>, <c>llama</c>, ...</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ScalingModelAttribute(string architecture) : Attribute
{
    /// <summary>The architecture by its Hugging Face name.</summary>
    public string Architecture { get; } = architecture;

    /// <summary>Rows of the token embedding, where the code learns them at run time.</summary>
    public long VocabularySize { get; set; }

    /// <summary>The longest sequence that the model takes, in tokens.</summary>
    public long ContextLength { get; set; }

    /// <summary>Tokens of one training sequence.</summary>
    public long SequenceLength { get; set; }

    /// <summary>Tokens that the run processes over all epochs, as a spec writes them: <c>"10B"</c>.</summary>
    public string? Tokens { get; set; }

    /// <summary>Distinct tokens of the data set: <c>"2B"</c>.</summary>
    public string? UniqueTokens { get; set; }

    /// <summary>Tokens of one optimizer step: <c>"0.5M"</c>.</summary>
    public string? BatchTokens { get; set; }

    /// <summary>True where the type's batch size counts tokens; otherwise it counts sequences.</summary>
    public bool BatchSizeIsTokens { get; set; }
}
