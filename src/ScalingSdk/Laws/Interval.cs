namespace ScalingSdk.Laws;

/// <summary>The middle part of a sample: 90 % of it lies between the bounds where the coverage is 0.9.</summary>
public readonly record struct Interval(double Low, double Median, double High, double Coverage)
{
    /// <summary>The interval of a sample, by linear interpolation between its order statistics. Reorders the sample.</summary>
    internal static Interval Of(double[] sample, double coverage)
    {
        var low = Quantile(sample, 0, (1 - coverage) / 2, out var rank);
        var median = Quantile(sample, rank, 0.5, out rank);
        return new(low, median, Quantile(sample, rank, (1 + coverage) / 2, out _), coverage);
    }

    /// <summary>The interval of draws that scatter too little by a factor: spread about the median, in logarithms where all of it is positive.</summary>
    internal Interval Widened(double factor)
    {
        if (factor is 1 || double.IsNaN(Median))
            return this;
        if (Low > 0)
            return this with { Low = Median * Math.Pow(Low / Median, factor), High = Median * Math.Pow(High / Median, factor) };
        var low = Median + (factor * (Low - Median));
        return this with { Low = Low < 0 ? low : Math.Max(0, low), High = Median + (factor * (High - Median)) };
    }

    // What lies before the rank of the last quantile is smaller than what is sought.
    private static double Quantile(double[] sample, int from, double part, out int below)
    {
        var position = part * (sample.Length - 1);
        below = (int)position;
        var value = OrderStatistic(sample, from, below);
        var above = below + 1 < sample.Length ? sample[below + 1] : value;
        for (var i = below + 2; i < sample.Length; i++)
        {
            if (sample[i] < above)
                above = sample[i];
        }

        return value + ((position - below) * (above - value));
    }

    // Hoare's selection: what is smaller comes before, what is larger behind. A sort would cost three times that.
    private static double OrderStatistic(double[] sample, int from, int rank)
    {
        for (var (low, high) = (from, sample.Length - 1); low < high;)
        {
            var pivot = sample[(low + high) / 2];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (sample[left] < pivot)
                    left++;
                while (sample[right] > pivot)
                    right--;
                if (left <= right)
                {
                    (sample[left], sample[right]) = (sample[right], sample[left]);
                    left++;
                    right--;
                }
            }

            if (rank <= right)
                high = right;
            else if (rank >= left)
                low = left;
            else
                break;
        }

        return sample[rank];
    }
}
