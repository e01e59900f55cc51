namespace ScalingSdk.Quantities;

/// <summary>A model's size under every convention that a law may ask for: a law picks its own, nobody picks for it.</summary>
public sealed record ModelSize
{
    /// <summary>What the model weighs.</summary>
    public required TotalParameters Total { get; init; }

    /// <summary>What one token passes through; equal to the total in a dense model.</summary>
    public required ActiveParameters Active { get; init; }

    /// <summary>All but the embeddings, of what one token passes through.</summary>
    public required NonEmbeddingParameters NonEmbedding { get; init; }

    /// <summary>Kaplan's count, of what one token passes through.</summary>
    public required NonEmbeddingWeights Weights { get; init; }

    /// <summary>Porian's count, or null where only a nominal size is known.</summary>
    public WeightsWithHead? WeightsWithHead { get; init; }

    /// <summary>DeepSeek's M, or null where the model's shape has none.</summary>
    public NonEmbeddingFlopsPerToken? FlopsPerToken { get; init; }

    /// <summary>For laws that take DeepSeek's M: where there is none, 6 N without embeddings, which leaves attention out.</summary>
    internal ModelSize WithScale => FlopsPerToken is null ? this with { FlopsPerToken = new(6 * NonEmbedding.Count) } : this;

    /// <summary>True where the size was stated ("7B") and the counts without embeddings were derived from it by pearce-2024.</summary>
    public bool Nominal { get; init; }

    /// <summary>True where a token passes through a part of the model only.</summary>
    public bool IsRouted => Active.Count < Total.Count;

    /// <summary>The dense model that a token passes through: what a law of dense models alone can be asked about.</summary>
    internal ModelSize AsDense => this with { Total = new(Active.Count) };
}
