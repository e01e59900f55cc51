namespace ScalingSdk.Quantities;

/// <summary>Which parameters a count holds. Laws disagree on it, so every count says.</summary>
public enum ParameterConvention
{
    /// <summary>Every unique trainable parameter, embeddings included: <see cref="TotalParameters"/>.</summary>
    Total,

    /// <summary>The parameters that one token passes through, embeddings included: <see cref="ActiveParameters"/>.</summary>
    Active,

    /// <summary>All but the embeddings, with norms and biases: <see cref="NonEmbeddingParameters"/>.</summary>
    NonEmbedding,

    /// <summary>Kaplan's count: matrices of attention and feed-forward alone: <see cref="NonEmbeddingWeights"/>.</summary>
    NonEmbeddingWeights,

    /// <summary>Non-embedding weights and the output head, without the input embedding: <see cref="WeightsWithHead"/>.</summary>
    WeightsWithHead,

    /// <summary>DeepSeek's M, training FLOPs per token: <see cref="NonEmbeddingFlopsPerToken"/>.</summary>
    NonEmbeddingFlopsPerToken,

    /// <summary>The law takes no count of parameters.</summary>
    None,
}

/// <summary>Every unique trainable parameter, embeddings and all experts included: what a model weighs.</summary>
/// <remarks>No dense law takes it: a routed model's total says nothing of its compute. See <see cref="WhenDense"/>.</remarks>
public readonly record struct TotalParameters(double Count)
{
    /// <summary>The same count as active parameters: true of dense models only.</summary>
    public ActiveParameters WhenDense => new(Count);
}

/// <summary>The parameters that one token passes through, embeddings included; equal to the total in a dense model.</summary>
/// <remarks>The convention of Hoffmann et al. 2022, Besiroglu et al. 2024 and Muennighoff et al. 2023.</remarks>
public readonly record struct ActiveParameters(double Count);

/// <summary>All parameters but token, position and untied output embeddings; norms and biases are counted.</summary>
/// <remarks>GPT-2 small: 85,056,000.</remarks>
public readonly record struct NonEmbeddingParameters(double Count);

/// <summary>The weights of attention and feed-forward matrices alone: no embeddings, biases or norms; active ones where routed.</summary>
/// <remarks>Kaplan et al. 2020, eq. 2.1: 2 d_model n_layer (2 d_attn + d_ff). GPT-2 small: 84,934,656.</remarks>
public readonly record struct NonEmbeddingWeights(double Count);

/// <summary>Non-embedding weights plus the output head, without the input embedding (Porian et al. 2024).</summary>
public readonly record struct WeightsWithHead(double Count);

/// <summary>DeepSeek's model scale M: non-embedding training FLOPs per token, attention included (DeepSeek-AI 2024).</summary>
public readonly record struct NonEmbeddingFlopsPerToken(double Flops);
