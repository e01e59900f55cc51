using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Fits;

/// <summary>Where the solver starts.</summary>
public enum StartMethod
{
    /// <summary>A few good starts of the form's own.</summary>
    Projection,

    /// <summary>The 4,500 starts of Hoffmann et al. 2022 (sec. D.3): the same answer, a thousand times the work.</summary>
    PublishedGrid,
}

/// <summary>How a law is fitted.</summary>
public sealed record FitOptions
{
    /// <summary>What a residual costs: <see cref="Penalty.Huber"/> unless stated.</summary>
    public Penalty Penalty { get; init; } = Penalty.Huber;

    /// <summary>Where the solver starts.</summary>
    public StartMethod Starts { get; init; }

    /// <summary>Moves the starts; the answer does not depend on it.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The standard deviation of ln loss between seeds, where it was measured; null estimates it from runs that repeat N and D.
    /// Standard errors never assume less noise than this.
    /// </summary>
    public double? SeedNoise { get; init; }

    /// <summary>Look for runs that the law misses, which fits it again without them.</summary>
    internal bool NameOutliers { get; init; } = true;

    /// <summary>The most threads; the answer does not depend on it.</summary>
    public int MaxThreads { get; init; } = Environment.ProcessorCount;
}
