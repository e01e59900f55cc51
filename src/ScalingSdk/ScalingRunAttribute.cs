namespace ScalingSdk;

/// <summary>
/// Joins model, training and data that stand in different types to one run. On a type that holds their objects: every construction of it is
/// one run. On a method: the objects and TorchSharp modules that it makes, its constants and its locals are one run. What the properties
/// below state has no effect where the code states the same.
/// </summary>
/// <param name="architecture">The architecture by its Hugging Face name, where no type of the run has <c>[ScalingModel]</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, Inherited = false)]
public sealed class ScalingRunAttribute(string? architecture = null) : Attribute
{
    /// <summary>The architecture by its Hugging Face name; null where a type of the run states it.</summary>
    public string? Architecture { get; } = architecture;

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

    /// <summary>True where a batch size counts tokens; otherwise it counts sequences.</summary>
    public bool BatchSizeIsTokens { get; set; }
}
