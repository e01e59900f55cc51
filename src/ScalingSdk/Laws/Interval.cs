namespace ScalingSdk.Laws;

/// <summary>The middle part of a sample: 90 % of it lies between the bounds where the coverage is 0.9.</summary>
public readonly record struct Interval(double Low, double Median, double High, double Coverage)
{
    /// <summary>The interval of a sample, by linear interpolation between its order statistics. Sorts the sample.</summary>
    internal static Interval Of(double[] sample, double coverage)
    {
        Array.Sort(sample);
        return new(Quantile(sample, (1 - coverage) / 2), Quantile(sample, 0.5), Quantile(sample, (1 + coverage) / 2), coverage);
    }

    private static double Quantile(double[] sorted, double part)
    {
        var position = part * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
