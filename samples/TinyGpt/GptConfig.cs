using ScalingSdk;

namespace TinyGpt;

/// <summary>The sizes of the model, as training code has them: each construction is checked where it is written.</summary>
[ScalingModel("gpt2")]
public sealed record GptConfig
{
    public int NLayer { get; init; } = 4;

    public int NHead { get; init; } = 4;

    public int NEmbd { get; init; } = 64;

    public int BlockSize { get; init; } = 128;

    public int VocabSize { get; init; } = 256;
}
