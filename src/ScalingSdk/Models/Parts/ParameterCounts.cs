namespace ScalingSdk.Models.Parts;

/// <summary>The exact parameter counts of a model, each under its name.</summary>
public sealed record ParameterCounts
{
    /// <summary>Every unique trainable parameter: a tied output head is counted once.</summary>
    public required long Total { get; init; }

    /// <summary>What a checkpoint that repeats tied weights stores.</summary>
    public required long Stored { get; init; }

    /// <summary>All but token, position and untied output embeddings; norms and biases are counted.</summary>
    public required long NonEmbedding { get; init; }

    /// <summary>Kaplan's non-embedding weights of all layers: matrices of attention and feed-forward alone, without biases and norms.</summary>
    public required long NonEmbeddingWeights { get; init; }

    /// <summary>What one token passes through, embeddings included; equal to the total in a dense model.</summary>
    public required long Active { get; init; }

    /// <summary>The same without the tables that are only looked up: an untied input table is left out, a tied one is the output head and stays.</summary>
    /// <remarks>What many model cards print as active: gpt-oss-20b 3.61B, where <see cref="Active"/> is 4.19B.</remarks>
    public required long ActiveWithoutLookups { get; init; }

    /// <summary>The part of <see cref="NonEmbedding"/> that one token passes through.</summary>
    public required long ActiveNonEmbedding { get; init; }

    /// <summary>The part of <see cref="NonEmbeddingWeights"/> that one token passes through: Kaplan's N.</summary>
    public required long ActiveNonEmbeddingWeights { get; init; }
}
