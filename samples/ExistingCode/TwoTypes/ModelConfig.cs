using ScalingSdk;

namespace TwoTypes;

/// <summary>The sizes of the model alone.</summary>
[ScalingModel("gpt2")]
public sealed record ModelConfig
{
    public static readonly ModelConfig Small = new();

    public int VocabSize { get; init; } = 50304;

    public int ContextLength { get; init; } = 1024;

    public int EmbeddingDim { get; init; } = 768;

    public int Layers { get; init; } = 12;

    public int Heads { get; init; } = 12;
}
