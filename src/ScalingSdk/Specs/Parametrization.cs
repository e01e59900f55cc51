namespace ScalingSdk.Specs;

/// <summary>How learning rates and initial weights follow from the width and depth of a model.</summary>
public enum Parametrization
{
    /// <summary>One learning rate for all weights, tuned for the size.</summary>
    Standard,

    /// <summary>Maximal update parametrization: the rate of a narrow model holds for a wide one (Yang et al. 2022, arXiv 2203.03466).</summary>
    MuP,

    /// <summary>The same over depth too (Dey et al. 2025, arXiv 2505.01618).</summary>
    CompleteP,
}

/// <summary>The weights that training starts from.</summary>
public enum TrainingStart
{
    /// <summary>Random weights: pre-training.</summary>
    Scratch,

    /// <summary>Weights of a trained model: fine-tuning or continued pre-training.</summary>
    Pretrained,
}

/// <summary>The names of parametrizations and starts as a spec writes them.</summary>
internal static class TrainingChoices
{
    public static IReadOnlyList<string> Parametrizations { get; } = ["standard", "mup", "completep"];

    public static IReadOnlyList<string> Starts { get; } = ["scratch", "pretrained"];

    public static Parametrization? FindParametrization(string name) => name.Trim().ToUpperInvariant() switch
    {
        "STANDARD" or "SP" => Parametrization.Standard,
        "MUP" or "\u039cP" or "\u00b5P" or "UP" => Parametrization.MuP,
        "COMPLETEP" => Parametrization.CompleteP,
        _ => null,
    };

    public static TrainingStart? FindStart(string name) => name.Trim().ToUpperInvariant() switch
    {
        "SCRATCH" => TrainingStart.Scratch,
        "PRETRAINED" => TrainingStart.Pretrained,
        _ => null,
    };
}
