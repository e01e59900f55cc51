using CsCheck;
using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

public sealed class IntervalTests
{
    [Fact]
    public void Of_AnySample_InterpolatesBetweenItsOrderStatistics() =>
        Gen.Select(Gen.Double[-100, 100].Select(static x => Math.Round(x)).Array[1, 300], Gen.Double[0.01, 0.99]).Sample((sample, coverage) =>
        {
            var sorted = sample.Order().ToArray();

            var interval = Interval.Of([.. sample], coverage);

            Assert.Equal(Quantile(sorted, (1 - coverage) / 2), interval.Low);
            Assert.Equal(Quantile(sorted, 0.5), interval.Median);
            Assert.Equal(Quantile(sorted, (1 + coverage) / 2), interval.High);
        });

    private static double Quantile(double[] sorted, double part)
    {
        var position = part * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }
}
