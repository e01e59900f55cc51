using ScalingSdk.Quantities;

namespace ScalingSdk.Training.Tests;

public sealed class BatchScheduleTests
{
    [Fact]
    public void StepsLeft_OfAConstantBatch_RoundsUp()
    {
        var schedule = BatchSchedule.Constant(batchTokens: 512, tokens: 10_000);

        Assert.Equal(20, schedule.Steps);
        Assert.Equal(1, schedule.StepsLeft(9_728));
        Assert.Equal(0, schedule.StepsLeft(10_240));
    }

    [Fact]
    public void StepsLeft_AtEveryStepOfADoublingRun_FallsByOne()
    {
        var schedule = BatchSchedule.Doubling(300, 1_000_000, 10_000, 123_456, 700_001);

        var left = schedule.Steps;
        for (long seen = 0; seen < schedule.Tokens; seen += schedule.At(seen), left--)
            Assert.Equal(left, schedule.StepsLeft(seen));
        Assert.Equal(0, left);
    }

    [Fact]
    public void NextDoubling_IsNullAfterTheLast()
    {
        var schedule = BatchSchedule.Doubling(512, 1_000_000, 400_000);

        Assert.Equal(new BatchStage(400_000, 1024), schedule.NextDoubling(399_999));
        Assert.Null(schedule.NextDoubling(400_000));
        Assert.Equal((512, 1024), (schedule.At(399_999), schedule.At(400_000)));
    }

    [Fact]
    public void Doubling_AtTokensThatFall_SaysSo()
    {
        var problem = Assert.Throws<ArgumentException>(() => BatchSchedule.Doubling(512, 1_000_000, 400_000, 300_000));

        Assert.Contains("'300,000' tokens, which is not after '400,000'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StepsLeft_OfAPlanNearTheLargestLong_DoesNotOverflow() =>
        Assert.Equal(4_611_686_018_427_387_903, BatchSchedule.Constant(2, long.MaxValue - 1).Steps);

    // Equation 5.3 with B* = 2.1e8 and alpha_B = 0.21: at each doubling the critical batch is twice the batch before.
    [Fact]
    public void Critical_EveryStage_StartsWhereTheCriticalBatchHasReachedIt()
    {
        var schedule = BatchSchedule.Critical(new NonEmbeddingWeights(85e6), 32_768, 4_194_304, 10_000_000_000);

        Assert.Equal([32_768, 65_536, 131_072, 262_144, 524_288], schedule.Stages.Take(5).Select(static s => s.BatchTokens));
        Assert.All(schedule.Stages.Skip(1), stage =>
            Assert.Equal(stage.BatchTokens, 2.1e8 / Math.Pow(stage.FromLoss!.Value, 1 / 0.21), tolerance: stage.BatchTokens * 0.02));
        Assert.All(schedule.Stages.Zip(schedule.Stages.Skip(1)), pair => Assert.True(pair.First.FromTokens < pair.Second.FromTokens));
    }

    [Fact]
    public void Critical_NeverExceedsTheLargest() =>
        Assert.Equal(131_072, BatchSchedule.Critical(new NonEmbeddingWeights(85e6), 32_768, 200_000, 10_000_000_000).Stages[^1].BatchTokens);

    [Fact]
    public void AtLoss_OfACriticalSchedule_IsTheStageOfThatLoss()
    {
        var schedule = BatchSchedule.Critical(new NonEmbeddingWeights(85e6), 32_768, 4_194_304, 10_000_000_000);
        var third = schedule.Stages[2];

        Assert.Equal(third.BatchTokens, schedule.AtLoss(third.FromLoss!.Value));
        Assert.Equal(schedule.Stages[1].BatchTokens, schedule.AtLoss(third.FromLoss!.Value + 0.001));
        Assert.Equal(32_768, schedule.AtLoss(11));
    }
}
