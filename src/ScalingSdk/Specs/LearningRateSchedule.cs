namespace ScalingSdk.Specs;

/// <summary>How a learning rate falls after its warmup.</summary>
public enum LearningRateSchedule
{
    /// <summary>Half a cosine down to the end of the schedule.</summary>
    Cosine,

    /// <summary>A straight line down to the end of the schedule.</summary>
    Linear,

    /// <summary>Constant, then a cooldown at the end (warmup, stable, decay).</summary>
    Wsd,

    /// <summary>Constant to the end.</summary>
    Constant,
}

/// <summary>The names of schedules as a spec writes them.</summary>
internal static class LearningRateSchedules
{
    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["cosine", "linear", "wsd", "constant"];

    /// <summary>The schedule of a name, or null.</summary>
    public static LearningRateSchedule? Find(string name) => name.Trim().ToUpperInvariant() switch
    {
        "COSINE" => LearningRateSchedule.Cosine,
        "LINEAR" => LearningRateSchedule.Linear,
        "WSD" or "COOLDOWN" => LearningRateSchedule.Wsd,
        "CONSTANT" => LearningRateSchedule.Constant,
        _ => null,
    };
}
