using ScalingSdk;

namespace InitProperties;

/// <summary>A GPT-2 and its run, with defaults that an object initializer overrides.</summary>
[ScalingModel("gpt2", UniqueTokens = "9B")]
public sealed class ModelOptions
{
    public static readonly IReadOnlyDictionary<string, ModelOptions> Presets = new Dictionary<string, ModelOptions>(StringComparer.Ordinal)
    {
        ["small"] = new(),
        ["medium"] = new() { NLayer = 24, NHead = 16, NEmbd = 64 * 16 }, // SCALE1006
        ["toy"] = new() { NLayer = 4, NHead = 4, NEmbd = 128, BlockSize = 256 },
    };

    public int VocabSize { get; init; } = 50304;

    public int BlockSize { get; init; } = 1024;

    public int NLayer { get; init; } = 12;

    public int NHead { get; init; } = 12;

    public int NEmbd { get; init; } = 64 * 12;

    public int? NInner { get; init; }

    public double Dropout { get; init; }

    // Sequences of one pass on one device, passes of one step, and steps.
    public int BatchSize { get; init; } = 12;

    public int GradientAccumulationSteps { get; init; } = 5 * 8;

    public int MaxIters { get; init; } = 18_000;

    public long TokensPerStep => (long)BatchSize * GradientAccumulationSteps * BlockSize;
}
