using ScalingSdk;

namespace FactoryMethods;

/// <summary>Sizes and batch of a run: nothing has a default.</summary>
[ScalingModel("gpt2", UniqueTokens = "10B", BatchSizeIsTokens = true)]
public sealed class HyperParams
{
    public int BlockSize { get; set; }

    public int VocabSize { get; set; }

    public int BlockLayers { get; set; }

    public int NumberOfHeads { get; set; }

    public int EmbedDimensions { get; set; }

    public int BatchSize { get; set; }

    public int MaxSteps { get; set; }
}

/// <summary>The runs, each as a method that makes its parameters.</summary>
public static class Runs
{
    private const int Heads = 20;

    [ScalingBudget]
    public static HyperParams Small() => new()
    {
        BlockSize = 1024,
        VocabSize = 50304,
        BlockLayers = 12,
        NumberOfHeads = 12,
        EmbedDimensions = 768,
        BatchSize = (int)Math.Pow(2, 19),
        MaxSteps = 19_000,
    };

    public static HyperParams Wide()
    {
        var width = 64 * Heads;
        return new HyperParams() // SCALE1006
        {
            BlockSize = 1024,
            VocabSize = 50304,
            BlockLayers = 36,
            NumberOfHeads = Heads,
            EmbedDimensions = width,
            BatchSize = (int)Math.Pow(2, 20),
            MaxSteps = 9_500,
        };
    }
}
