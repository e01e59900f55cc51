using ScalingSdk;

namespace PositionalRecord;

/// <summary>The sizes of a GPT-2.</summary>
[ScalingModel(
    "gpt2",
    Tokens = "2B",
    UniqueTokens = "2B")] // SCALE1006
[ScalingBudget]
public sealed record GptConfig(
    int VocabSize = 50257, // SCALE3001
    int ContextLength = 1024,
    int EmbDim = 768,
    int NHeads = 12,
    int NLayers = 12,
    double Dropout = 0.1);
