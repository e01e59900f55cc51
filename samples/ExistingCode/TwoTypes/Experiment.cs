using ScalingSdk;

namespace TwoTypes;

/// <summary>How the model is trained: it knows the model by reference, and so it is one run with it.</summary>
public sealed record TrainingConfig(ModelConfig Model)
{
    public int BatchSize { get; init; } = 480;

    public int MaxSteps { get; init; } = 18_000;

    public double LearningRate { get; init; } = 6e-4;
}

/// <summary>What there is to train on.</summary>
public sealed record DataConfig
{
    public long UniqueTokens { get; init; } = 9_000_000_000;
}

/// <summary>A run whose parts stand beside each other: the attribute joins them.</summary>
[ScalingRun]
public sealed record Experiment
{
    public ModelConfig Model { get; init; } = ModelConfig.Small;

    public TrainingConfig Training { get; init; } = new(ModelConfig.Small);

    public DataConfig Data { get; init; } = new();
}

/// <summary>The runs.</summary>
public static class Runs
{
    [ScalingBudget]
    public static readonly Experiment Small = new();

    public static readonly Experiment Deep = new() // SCALE1006
    {
        Model = ModelConfig.Small with { Layers = 36, EmbeddingDim = 1280, Heads = 20 },
        Training = new(ModelConfig.Small) { BatchSize = 512, MaxSteps = 17_000 },
    };

    /// <summary>Objects, constants and locals of a method are one run too.</summary>
    [ScalingRun(UniqueTokens = "9B")]
    public static string Describe()
    {
        var model = new ModelConfig { Layers = 24, EmbeddingDim = 1024, Heads = 16 };
        const int BatchSize = 480, MaxSteps = 18_000;
        return $"{model.Layers} layers, {BatchSize} sequences a step, {MaxSteps:N0} steps";
    }
}
