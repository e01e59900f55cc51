using ScalingSdk.Quantities;

namespace ScalingSdk.Training.Tests;

public sealed class GradientNoiseScaleTests
{
    // A gradient (1, ..., 1) of 50 dimensions with noise of variance 20 an example: |G|^2 = 50, tr(Sigma) = 1000, B_simple = 20.
    private const double TrueScale = 20;

    [Fact]
    public void Value_OfGaussianGradients_IsTheNoiseScale()
    {
        var scale = Measure(pairs: 2000, smoothing: 2000);

        Assert.Equal(TrueScale, scale.Value!.Value, tolerance: 1);
    }

    [Fact]
    public void RelativeError_CoversTheTruth_InNineteenOfTwentyMeasurements()
    {
        var covered = Enumerable.Range(0, 100).Count(seed =>
        {
            var scale = Measure(200, 200, seed);
            return Math.Abs(scale.Value!.Value - TrueScale) < 2 * scale.RelativeError!.Value * scale.Value.Value;
        });

        Assert.InRange(covered, 88, 100);
    }

    [Fact]
    public void Value_AfterTheNoiseHasGrown_FollowsIt()
    {
        var scale = new GradientNoiseScale(smoothing: 20);
        for (var i = 0; i < 100; i++)
            scale.Add(1, 10 + 1, 4, (10 / 4.0) + 1);
        for (var i = 0; i < 200; i++)
            scale.Add(1, 40 + 1, 4, (40 / 4.0) + 1);

        Assert.Equal(40, scale.Value!.Value, tolerance: 0.01);
    }

    [Fact]
    public void Value_WhereTheGradientDoesNotStandOut_IsNull()
    {
        var scale = new GradientNoiseScale();

        scale.Add(1, 10, 4, 2);

        Assert.Null(scale.Value);
        Assert.Null(scale.Against(new BatchTokens(1e6)));
    }

    [Fact]
    public void Add_OfANormThatIsNotFinite_LeavesItOut()
    {
        var scale = new GradientNoiseScale();

        Assert.False(scale.Add(1, double.NaN, 4, 2));
        Assert.Equal(0, scale.Count);
    }

    [Fact]
    public void Against_APrediction_GivesTheRatio() =>
        Assert.Equal(0.5, Measure(2000, 2000).Against(new BatchTokens(2 * TrueScale))!.Ratio, tolerance: 0.03);

    private static GradientNoiseScale Measure(int pairs, int smoothing, int seed = 3)
    {
        const int dimensions = 50, small = 4, micro = 4;
        var random = new Random(seed);
        var scale = new GradientNoiseScale(smoothing);
        for (var pair = 0; pair < pairs; pair++)
        {
            var sum = new double[dimensions];
            double smallNorm = 0;
            for (var batch = 0; batch < micro; batch++)
            {
                for (var i = 0; i < dimensions; i++)
                {
                    var gradient = 1 + (Math.Sqrt(20.0 / small) * Normal(random));
                    sum[i] += gradient / micro;
                    smallNorm += gradient * gradient / micro;
                }
            }

            scale.Add(small, smallNorm, small * micro, sum.Sum(static g => g * g));
        }

        return scale;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
