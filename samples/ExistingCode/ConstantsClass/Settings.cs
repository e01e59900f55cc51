using ScalingSdk;

namespace ConstantsClass;

/// <summary>A character model: ten million weights for a million letters.</summary>
[ScalingModel("gpt2", UniqueTokens = "1M")] // SCALE1004
public static class Settings // SCALE0005
{
    public const int NEmbed = 384;
    public const int NHead = 6;
    public const int NLayer = 6;
    public const int HeadSize = NEmbed / NHead;
    public const int BlockSize = 256;
    public const int BatchSize = 64;
    public const double LearningRate = 3e-4;

    public static int MaxIterations { get; set; } = 5000;

    public static int VocabSize { get; set; }
}
