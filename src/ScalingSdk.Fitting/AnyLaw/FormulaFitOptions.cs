using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>How a formula is fitted.</summary>
public sealed record FormulaFitOptions
{
    /// <summary>What a residual costs: squares unless stated.</summary>
    public Penalty Penalty { get; init; } = Penalty.Squares;

    /// <summary>What residuals are taken of; null is the logarithm where all observed values are positive.</summary>
    public ResidualScale? Scale { get; init; }

    /// <summary>Moves the starts; the optimum does not depend on it.</summary>
    public int Seed { get; init; }

    /// <summary>Resamples of the runs for the intervals; 0 is none.</summary>
    public int Resamples { get; init; }

    /// <summary>The most threads; the answer does not depend on it.</summary>
    public int MaxThreads { get; init; } = Environment.ProcessorCount;
}
