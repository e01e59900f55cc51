namespace ScalingSdk.Fitting.Data;

/// <summary>Runs that are the same in every field but the line they were read from.</summary>
internal sealed class SameRun : IEqualityComparer<TrainingRun>
{
    internal static SameRun Instance { get; } = new();

    // Loss and size tell nearly all runs apart: the rest is compared where both agree.
    public bool Equals(TrainingRun? x, TrainingRun? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && x.Loss.Equals(y.Loss) && x.Parameters.Equals(y.Parameters) && (x with { Line = 0 }).Equals(y with { Line = 0 }));

    public int GetHashCode(TrainingRun obj) => (obj.Loss.GetHashCode() * 397) ^ obj.Parameters.GetHashCode();
}
