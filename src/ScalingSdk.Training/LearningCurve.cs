using ScalingSdk.Laws;

namespace ScalingSdk.Training;

/// <summary>The shape of a loss inside a run: how far it lies above that of the run's own end.</summary>
/// <remarks>
/// A law L(N, D) is of runs whose schedule ends at D: inside a longer run the loss lies above it, and every cosine run would be
/// flagged. The shape comes from a law of learning curves, or from runs of the same schedule.
/// </remarks>
public abstract class LearningCurve
{
    private protected LearningCurve()
    {
    }

    /// <summary>Where the shape comes from, as a clause.</summary>
    public abstract string Source { get; }

    /// <summary>
    /// ln(loss at a part of the planned tokens) - ln(loss at the end), with its band; null where the curve says nothing about that part.
    /// </summary>
    public abstract Interval? ExcessAt(double part);
}
