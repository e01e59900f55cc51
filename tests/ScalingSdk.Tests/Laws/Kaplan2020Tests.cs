using CsCheck;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

public sealed class Kaplan2020Tests
{
    private static readonly Kaplan2020 Law = Kaplan2020.Law;

    [Fact]
    public void Penalty_IsTheJointLossOverThatOfUnlimitedData() => Sample(static (n, d) =>
        Law.Loss(n, d).Value.NatsPerToken / Law.Loss(n, new UniqueTokens(1e300)).Value.NatsPerToken - 1,
        static (n, d) => Law.Penalty(n, d).Value);

    [Fact]
    public void Threshold_WithTheExponentsOfTable2_GrowsAs074()
    {
        var exponent = Math.Log10(Law.ThresholdAt(new(1e10), 0.02).Value.Count / Law.ThresholdAt(new(1e9), 0.02).Value.Count);
        Assert.Equal(0.076 / 0.103, exponent, precision: 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.02)]
    [InlineData(double.NaN)]
    public void ThresholdAt_NoPositiveTolerance_SaysWhy(double tolerance)
    {
        Assert.Contains("tolerance", Law.ThresholdAt(new(1e9), tolerance).WhyNone, StringComparison.Ordinal);
        Assert.Contains("tolerance", Law.LargestModelAt(new(1e9), tolerance).WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void EarliestStop_WhereDataAreUnlimited_SaysWhy() =>
        Assert.Contains("nothing stops early", Law.EarliestStop(new(1e6), new(1e300)).WhyNone, StringComparison.Ordinal);

    [Fact]
    public void WrongSize_TooSmallToReachTheLoss_SaysWhy()
    {
        Assert.Contains("does not reach", Kaplan2020.WrongSize(0.2).WhyNone, StringComparison.Ordinal);
        Assert.Equal(new RunRatio(1, 1, 1), Kaplan2020.WrongSize(1).Value);
    }

    [Fact]
    public void ComputeFor_LossBelowTheConverged_SaysWhy()
    {
        var target = new KaplanLoss(2, "kaplan-2020 Table 3");
        Assert.Contains("does not reach", Law.ComputeFor(new(1e8), target).WhyNone, StringComparison.Ordinal);
        Assert.True(Law.ComputeFor(new(1e10), target).HasValue);
    }

    [Fact]
    public void LossOf_TheComputeForALoss_IsThatLoss() => Gen.Select(Gen.Double[5, 11], Gen.Double[1.01, 3]).Sample((logN, above) =>
    {
        var n = new NonEmbeddingWeights(Math.Pow(10, logN));
        var loss = Math.Pow(6.5e13 / n.Count, 0.077) * above;
        var compute = Law.ComputeFor(n, new(loss)).Value;
        return Math.Abs((Law.LossOf(n, compute).Value.NatsPerToken / loss) - 1) < 1e-12;
    });

    [Fact]
    public void Frontier_AgainstOtherSizes_HasTheLowestLoss() => Gen.Select(Gen.Double[-4, 6], Gen.Double[0.3, 0.9]).Sample((logC, factor) =>
    {
        var c = new MinimumCompute(Math.Pow(10, logC));
        var run = Law.Frontier(c).Value;
        var best = Law.LossOf(run.Parameters, c).Value.NatsPerToken;
        return Math.Abs((best / run.Loss.NatsPerToken) - 1) < 1e-9
            && best < Law.LossOf(new(run.Parameters.Count * factor), c).Value.NatsPerToken
            && best < Law.LossOf(new(run.Parameters.Count / factor), c).Value.NatsPerToken;
    });

    [Fact]
    public void WrongSize_AgainstAppendixB15_IsItsRatio() => Gen.Select(Gen.Double[-2, 4], Gen.Double[0.6, 3]).Sample((logC, ratio) =>
    {
        var run = Law.Frontier(new(Math.Pow(10, logC))).Value;
        var wrong = Law.ComputeFor(new(run.Parameters.Count * ratio), run.Loss).Value.PetaflopDays;
        var right = Law.ComputeFor(run.Parameters, run.Loss).Value.PetaflopDays;
        return Math.Abs((wrong / right / Kaplan2020.WrongSize(ratio).Value.Compute) - 1) < 1e-9;
    });

    [Fact]
    public void Adjustments_AtTheCriticalBatch_AreHalf()
    {
        var batch = new BatchTokens(2e6);

        Assert.Equal(500, Kaplan2020.Fewest(new(1000), batch, batch).Value.Count);
        Assert.Equal(new TrainingFlops(1e20).PetaflopDays / 2, Kaplan2020.Least(new(1e20), batch, batch).Value.PetaflopDays);
    }

    [Fact]
    public void Adjustments_AnyBatch_Invert() => Gen.Select(Gen.Double[1, 1e9], Gen.Double[1, 1e9]).Sample((batch, critical) =>
    {
        var steps = Kaplan2020.Fewest(new(1e5), new(batch), new(critical)).Value;
        var compute = Kaplan2020.Least(new(1e20), new(batch), new(critical)).Value;
        return Math.Abs(Kaplan2020.Taken(steps, new(batch), new(critical)).Value.Count - 1e5) < 1e-6
            && Math.Abs((Kaplan2020.Spent(compute, new(batch), new(critical)).Value.Flops / 1e20) - 1) < 1e-12;
    });

    [Fact]
    public void Batch_WhoseAnswerOverflows_HasNone()
    {
        var (small, large) = (new BatchTokens(1), new BatchTokens(1e10));

        Assert.Contains("not a positive finite number", Kaplan2020.Law.CriticalBatch(new KaplanLoss(1e-70)).WhyNone, StringComparison.Ordinal);
        Assert.Contains("not a positive finite number", Kaplan2020.Taken(new(1e300), small, large).WhyNone, StringComparison.Ordinal);
        Assert.Contains("not a positive finite number", Kaplan2020.Spent(new(1e285), new(1e20), small).WhyNone, StringComparison.Ordinal);
        Assert.Contains("not a positive finite number", Kaplan2020.Fewest(new(1e-320), small, large).WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewest_NoBatch_HasNoAnswer() => Assert.False(Kaplan2020.Fewest(new(1000), new(0), new(1e6)).HasValue);

    [Fact]
    public void ShownLearningRate_IsNoLearningRateLaw()
    {
        Assert.IsNotAssignableFrom<ILearningRateLaw>(Law);
        Assert.Contains("breaks down", Law.ShownLearningRate(new(2e10)).WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void CriticalBatch_OfAModel_TakesKaplansOwnLoss()
    {
        var size = NominalSize.Of(new(1.5e9));
        var loss = Law.Loss(size.Weights, new UniqueTokens(2e10)).Value;

        Assert.Equal(Law.CriticalBatch(loss).Value, Law.CriticalBatch(size, new Tokens(2e10)).Value);
    }

    private static void Sample(
        Func<NonEmbeddingWeights, UniqueTokens, double> expected, Func<NonEmbeddingWeights, UniqueTokens, double> actual) =>
        Gen.Select(Gen.Double[4, 12], Gen.Double[7, 12]).Sample((logN, logD) =>
        {
            var (n, d) = (new NonEmbeddingWeights(Math.Pow(10, logN)), new UniqueTokens(Math.Pow(10, logD)));
            return Math.Abs(expected(n, d) - actual(n, d)) < 1e-12 * (1 + actual(n, d));
        });

    [Fact]
    public void OptimumGrowth_OfTenTimesTheCompute_IsThePrintedOne()
    {
        var growth = Kaplan2020.OptimumGrowth(10).Value;

        Near.Relative(5, growth.Parameters, 0.1);
        Near.Relative(1.8, growth.Tokens, 0.05);
    }

    [Fact]
    public void BatchGrowth_OfALossThirteenPercentLower_Doubles() =>
        Near.Relative(2, Kaplan2020.BatchGrowth(new(0.87 * 3), new(3)).Value, 0.035);

    [Fact]
    public void DataGrowth_OfEightTimesTheSize_IsAboutFive() =>
        Near.Relative(5, Kaplan2020.DataGrowth(new(8e8), new(1e8)).Value, 0.1);
}
