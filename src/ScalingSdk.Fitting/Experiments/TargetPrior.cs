namespace ScalingSdk.Fitting.Experiments;

/// <summary>
/// What is believed of the losses at the target before a law is fitted: they are about as far from the mean of the losses seen as these
/// are from each other. It decides where the runs leave a law open, and stops fits that predict absurd losses at the target.
/// </summary>
/// <param name="Noise">The variance of a loss about the law.</param>
/// <param name="Mean">The mean of the losses seen.</param>
/// <param name="Weight">What a row of the target weighs beside a run: all rows of the target together at most four times the ratio of the variances.</param>
internal sealed record TargetPrior(double Noise, double Mean, double Weight)
{
    /// <summary>Rows of a target say much the same: more than these are no more evidence.</summary>
    private const double MostRows = 4;

    // An inverse-gamma prior of the noise worth four runs: a tenth of what varies between the runs.
    private const double RunsOfNoise = 4;
    private const double ShareOfNoise = 0.01;

    /// <param name="losses">The losses seen.</param>
    /// <param name="squares">The sum of squares of the best fit.</param>
    /// <param name="constants">Constants of the law.</param>
    /// <param name="targets">Rows of the target.</param>
    internal static TargetPrior Of(IReadOnlyList<double> losses, double squares, int constants, int targets)
    {
        var mean = losses.Average();
        var variance = losses.Sum(loss => (loss - mean) * (loss - mean)) / losses.Count;
        var noise = ((RunsOfNoise * ShareOfNoise * variance) + squares + 1e-12) / (RunsOfNoise + Math.Max(0, losses.Count - constants));
        var range = losses.Max() - losses.Min();
        return new(noise, mean, range > 0 ? noise / (range * range) * Math.Min(1, MostRows / targets) : 0);
    }
}
