namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>What is drawn with replacement.</summary>
public enum Resampling
{
    /// <summary>Stated groups where the runs have them, sizes where runs share one, otherwise runs.</summary>
    Automatic,

    /// <summary>Single runs: right only where their errors are independent.</summary>
    Runs,

    /// <summary>All runs of a size together.</summary>
    Sizes,

    /// <summary>All runs of about one compute together: a learning rate or a batch that was chosen for the budget.</summary>
    Budgets,

    /// <summary>All runs of a stated group together.</summary>
    Groups,
}

/// <summary>How a fit is resampled.</summary>
public sealed record BootstrapOptions
{
    /// <summary>How many resamples.</summary>
    public int Resamples { get; init; } = 4000;

    /// <summary>What is drawn.</summary>
    public Resampling Resampling { get; init; }

    /// <summary>The seed of the draws: resample i is the same on any number of threads.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Called after each resample, on its thread; null where nobody waits for them.</summary>
    internal Action? Solved { get; init; }

    /// <summary>The most threads.</summary>
    public int MaxThreads { get; init; } = Environment.ProcessorCount;
}
